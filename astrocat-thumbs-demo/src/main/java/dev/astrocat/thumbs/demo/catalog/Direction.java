package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Sort;

/** An order of images in SQL; the id makes it one that never changes. */
record Direction(Sort sort, Order order) {

  String column() {
    return switch (sort) {
      case DATE -> "taken_nanos";
      case NAME -> "name_order";
      case OBJECT -> "object_order";
      case ID -> "image_id";
    };
  }

  String orderBy() {
    String way = order == Order.ASCENDING ? "" : " desc";
    return sort == Sort.ID ? "image_id" + way : column() + way + ", image_id" + way;
  }

  /** The same order, by values that stand in no index. */
  String orderByValue() {
    String value =
        switch (sort) {
          case DATE, ID -> column() + " + 0";
          case NAME, OBJECT -> "substring(" + column() + " from 1)";
        };
    return orderBy().replaceFirst(column(), value);
  }

  Direction reversed() {
    return new Direction(sort, order == Order.ASCENDING ? Order.DESCENDING : Order.ASCENDING);
  }
}
