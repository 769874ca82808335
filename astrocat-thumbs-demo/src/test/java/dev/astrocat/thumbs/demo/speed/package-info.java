/** What the demo's server costs. */
@org.jspecify.annotations.NullMarked
package dev.astrocat.thumbs.demo.speed;
