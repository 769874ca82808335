/** Rules of the whole house, checked on the compiled modules and on the sources. */
@NullMarked
package dev.astrocat.thumbs.architecture;

import org.jspecify.annotations.NullMarked;
