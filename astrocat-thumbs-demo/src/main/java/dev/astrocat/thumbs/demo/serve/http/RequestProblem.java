package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.HttpStatus;
import java.util.OptionalInt;

/** A request that cannot be answered, for a reason that a client can do something about. */
public final class RequestProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final int retrySeconds;

  private RequestProblem(HttpStatus status, String code, String detail, int retrySeconds) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retrySeconds = retrySeconds;
  }

  private static RequestProblem of(HttpStatus status, String code, String detail) {
    return new RequestProblem(status, code, detail, 0);
  }

  /** No image has that id, or its file has become something else. */
  public static RequestProblem noSuchImage() {
    return notFound("Image not found");
  }

  /** What was asked for is not there. */
  public static RequestProblem notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
  }

  /** A parameter or field with a value that it cannot have. */
  public static RequestProblem parameter(String name, String expected) {
    return of(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID_PARAMETER", name + " must be " + expected);
  }

  /** More than this client may ask for now. */
  public static RequestProblem tooMany(int retrySeconds) {
    return new RequestProblem(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_REQUESTS",
        "too many requests from this address; try again in " + retrySeconds + " s",
        retrySeconds);
  }

  /** More than the server can do now. */
  public static RequestProblem busy(int retrySeconds) {
    return new RequestProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "BUSY",
        "too many pictures are being made at once; try again soon",
        retrySeconds);
  }

  /** The database cannot be reached. */
  public static RequestProblem databaseUnavailable(int retrySeconds) {
    return unavailable("the database cannot be reached; try again soon", retrySeconds);
  }

  /** The database answers, but can keep nothing. */
  static RequestProblem databaseFull(int retrySeconds) {
    return unavailable(
        "the disk of the database is full; nothing can be changed until there is room",
        retrySeconds);
  }

  /** What keeps progress cannot be reached. */
  static RequestProblem redisUnavailable(int retrySeconds) {
    return unavailable("Redis cannot be reached; try again soon", retrySeconds);
  }

  private static RequestProblem unavailable(String detail, int retrySeconds) {
    return new RequestProblem(
        HttpStatus.SERVICE_UNAVAILABLE, "STORE_UNAVAILABLE", detail, retrySeconds);
  }

  static RequestProblem foreignHost() {
    return of(
        HttpStatus.MISDIRECTED_REQUEST,
        "HOST_NOT_ALLOWED",
        "this server answers only to its own names; open it as localhost, or name others with"
            + " PUBLIC_HOSTS");
  }

  static RequestProblem foreignOrigin() {
    return of(
        HttpStatus.FORBIDDEN, "FOREIGN_ORIGIN", "only this server's own pages may change things");
  }

  static RequestProblem brokenEscape() {
    return of(HttpStatus.BAD_REQUEST, "BAD_ADDRESS", "a percent sign must begin two hex digits");
  }

  static RequestProblem bodyIsNoJson() {
    return of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BODY_NOT_JSON", "a body must be application/json");
  }

  static RequestProblem brokenBody() {
    return of(HttpStatus.BAD_REQUEST, "BROKEN_BODY", "the body breaks off, so nothing was done");
  }

  static RequestProblem brokenJson() {
    return of(HttpStatus.BAD_REQUEST, "INVALID_JSON", "the body must be a JSON object");
  }

  static RequestProblem bodyTooLong() {
    return of(
        HttpStatus.CONTENT_TOO_LARGE,
        "BODY_TOO_LONG",
        "a body has at most " + Guard.MAX_BODY_BYTES + " bytes");
  }

  static RequestProblem tokenRequired() {
    return of(HttpStatus.UNAUTHORIZED, "TOKEN_REQUIRED", "this needs the administrator's token");
  }

  static RequestProblem tokenMissing() {
    return of(
        HttpStatus.FORBIDDEN,
        "TOKEN_NOT_SET",
        "administration through a proxy needs a token; set ADMIN_TOKEN");
  }

  static RequestProblem tokenWrong() {
    return of(HttpStatus.UNAUTHORIZED, "TOKEN_WRONG", "that is not the administrator's token");
  }

  HttpStatus status() {
    return status;
  }

  OptionalInt retrySeconds() {
    return retrySeconds > 0 ? OptionalInt.of(retrySeconds) : OptionalInt.empty();
  }

  ErrorBody body() {
    return new ErrorBody(String.valueOf(getMessage()), code);
  }
}
