/** Who may decode now: one budget of memory and processors for all that ask. */
package dev.astrocat.thumbs.admission;
