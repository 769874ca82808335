package dev.astrocat.thumbs.demo.serve.images;

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
public record PageBody(List<ImageBody> items, long total, int page, int pageSize, long totalPages) {

  /** A page of so many images in all. */
  public static PageBody of(List<ImageBody> items, long total, int page, int pageSize) {
    return new PageBody(items, total, page, pageSize, (total + pageSize - 1) / pageSize);
  }
}
