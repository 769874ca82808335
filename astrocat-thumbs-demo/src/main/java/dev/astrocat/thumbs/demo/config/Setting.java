package dev.astrocat.thumbs.demo.config;

/**
 * A setting as administrators see it. Immutable.
 *
 * @param name in one or two words
 * @param variable of the environment
 * @param option of the command line
 * @param shownValue its value; {@code set} or {@code not set} of secrets
 */
public record Setting(String name, String variable, String option, String shownValue) {}
