/** Routes for those who run the server: its state, figures and interface. Not part of the API. */
@NullMarked
package dev.astrocat.thumbs.demo.serve.admin;

import org.jspecify.annotations.NullMarked;
