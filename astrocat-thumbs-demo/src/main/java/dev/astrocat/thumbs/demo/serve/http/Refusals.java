package dev.astrocat.thumbs.demo.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before any route sees it: broken requests, ambiguous paths. */
public final class Refusals extends ErrorHandler {

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback)
      throws JsonProcessingException {
    HttpFields.Mutable headers = response.getHeaders();
    SecurityHeaders.on(headers);
    headers.put(HttpHeader.CONTENT_TYPE, "application/json");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body(code)), callback);
  }

  /** Whatever was asked: headers and words are the same. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  private byte[] body(int code) throws JsonProcessingException {
    HttpStatus status = HttpStatus.forStatus(code);
    return mapper.writeValueAsBytes(new ErrorBody(status.getMessage(), status.name()));
  }
}
