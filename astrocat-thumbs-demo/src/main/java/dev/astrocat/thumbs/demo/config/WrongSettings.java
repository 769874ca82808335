package dev.astrocat.thumbs.demo.config;

import java.util.List;

/** Some settings are wrong; the message has a line for each. */
public final class WrongSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongSettings(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
