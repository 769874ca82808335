package dev.astrocat.thumbs.demo.serve;

import java.net.http.HttpResponse;

/** What was asked and what was answered. */
record Exchange(String method, String path, int status, String mediaType, String body) {

  static Exchange of(HttpResponse<String> answer) {
    return new Exchange(
        answer.request().method(),
        answer.request().uri().getRawPath(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0],
        answer.body());
  }
}
