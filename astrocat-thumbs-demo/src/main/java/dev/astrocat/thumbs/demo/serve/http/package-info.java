/**
 * What all routes share: who may ask, from where, how much, and how failures are told. Not part of
 * the API.
 */
@NullMarked
package dev.astrocat.thumbs.demo.serve.http;

import org.jspecify.annotations.NullMarked;
