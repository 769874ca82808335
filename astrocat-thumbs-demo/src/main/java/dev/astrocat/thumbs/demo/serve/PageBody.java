package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A page of images.
 *
 * @param items the images
 * @param total images on all pages
 * @param page number of this page, from 1
 * @param pageSize most images a page
 * @param totalPages number of pages
 */
record PageBody(
    @JsonProperty("items") List<ImageBody> items,
    @JsonProperty("total") int total,
    @JsonProperty("page") int page,
    @JsonProperty("page_size") int pageSize,
    @JsonProperty("total_pages") int totalPages) {}
