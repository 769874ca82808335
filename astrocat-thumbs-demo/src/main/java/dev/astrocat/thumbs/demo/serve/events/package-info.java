/** What happens, as it happens: server-sent events. Not part of the API. */
@NullMarked
package dev.astrocat.thumbs.demo.serve.events;

import org.jspecify.annotations.NullMarked;
