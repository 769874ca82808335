package dev.astrocat.thumbs.demo.serve;

import io.javalin.http.HttpStatus;

/** A request that cannot be answered, for a reason that lies in the request. */
final class RequestProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  private RequestProblem(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static RequestProblem noSuchImage() {
    return new RequestProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "Image not found");
  }

  static RequestProblem parameter(String name, String expected) {
    return new RequestProblem(
        HttpStatus.UNPROCESSABLE_CONTENT, "INVALID_PARAMETER", name + " must be " + expected);
  }

  static RequestProblem foreignHost() {
    return new RequestProblem(
        HttpStatus.MISDIRECTED_REQUEST,
        "HOST_NOT_ALLOWED",
        "this server answers only to its own address; open it as localhost");
  }

  HttpStatus status() {
    return status;
  }

  ErrorBody body() {
    return new ErrorBody(String.valueOf(getMessage()), code);
  }
}
