package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells administrators from visitors: by the token in an Authorization header, or by the cookie
 * that a login gave. The cookie is an end time with its HMAC under the token, so every server of an
 * installation knows it, and it outlives restarts but no change of the token. Without a token
 * everybody is an administrator who does not come through a proxy. Thread-safe.
 */
public final class AdminKey {

  /** Name of the cookie. */
  public static final String COOKIE = "astrocat_admin";

  private static final Duration SESSION = Duration.ofDays(30);
  private static final String BEARER = "Bearer ";
  private static final String PURPOSE = "astrocat-admin-session ";

  private final Optional<byte[]> token;
  private final InstantSource clock;
  private final RateLimit mistakes = new RateLimit(200, 1);

  /** A key for that token; without one nothing is locked. */
  public AdminKey(Optional<String> token, InstantSource clock) {
    this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
  }

  /** Whether there is a token at all. */
  public boolean isRequired() {
    return token.isPresent();
  }

  /**
   * Whether an administrator asks. A wrong token counts as a mistake here, too, or this would be
   * the place to guess.
   *
   * @throws RequestProblem 429 after many wrong tokens
   */
  public boolean admits(Context ctx) {
    if (token.isEmpty()) {
      return !Proxies.isForwarded(ctx);
    }
    return bearer(ctx).map(text -> isTokenOf(text, ctx.ip())).orElseGet(() -> hasSession(ctx));
  }

  /**
   * Lets only administrators pass.
   *
   * @throws RequestProblem 401, or 429 after many wrong tokens; 403 through a proxy if there is no
   *     token, as its clients may be anybody
   */
  void require(Context ctx) {
    if (token.isEmpty()) {
      requireDirect(ctx);
      return;
    }
    Optional<String> bearer = bearer(ctx);
    if (bearer.isPresent()) {
      requireToken(bearer.get(), ctx.ip());
    } else if (!hasSession(ctx)) {
      throw RequestProblem.tokenRequired();
    }
  }

  private static void requireDirect(Context ctx) {
    if (Proxies.isForwarded(ctx)) {
      throw RequestProblem.tokenMissing();
    }
  }

  /**
   * A Set-Cookie header for whoever knows the token.
   *
   * @throws RequestProblem 401 for a wrong token, 429 after many, 403 through a proxy if there is
   *     none
   */
  public String login(String candidate, Context ctx) {
    if (token.isEmpty()) {
      requireDirect(ctx);
      return logout();
    }
    requireToken(candidate, ctx.ip());
    long end = clock.instant().plus(SESSION).getEpochSecond();
    return cookie(end + "." + seal(end), SESSION);
  }

  /** A Set-Cookie header that takes the cookie away. */
  public String logout() {
    return cookie("", Duration.ZERO);
  }

  private void requireToken(String candidate, String client) {
    if (!isTokenOf(candidate, client)) {
      throw RequestProblem.tokenWrong();
    }
  }

  private boolean isTokenOf(String candidate, String client) {
    mistakes.look(client); // before the comparison, or guessing would go on
    boolean isToken = isToken(candidate);
    if (!isToken) {
      mistakes.take(client);
    }
    return isToken;
  }

  private boolean isToken(String candidate) {
    return MessageDigest.isEqual(
        sha256(candidate.getBytes(StandardCharsets.UTF_8)), sha256(token.orElseThrow()));
  }

  private boolean hasSession(Context ctx) {
    String value = ctx.cookie(COOKIE);
    int dot = value == null ? -1 : value.indexOf('.');
    if (value == null || dot < 1 || !value.substring(0, dot).matches("\\d{1,15}")) {
      return false;
    }
    long end = Long.parseLong(value.substring(0, dot));
    byte[] seal = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(seal, seal(end).getBytes(StandardCharsets.UTF_8))
        && end > clock.instant().getEpochSecond();
  }

  private static Optional<String> bearer(Context ctx) {
    @Nullable String header = ctx.header("Authorization");
    return Optional.ofNullable(header)
        .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  private static String cookie(String value, Duration age) {
    return COOKIE
        + "="
        + value
        + "; Path=/; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Strict";
  }

  private String seal(long end) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.orElseThrow(), "HmacSHA256"));
      byte[] text = (PURPOSE + end).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
