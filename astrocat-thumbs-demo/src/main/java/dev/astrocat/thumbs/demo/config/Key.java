package dev.astrocat.thumbs.demo.config;

/** The settings: what they are called, and what they are unless somebody says otherwise. */
enum Key {
  IMAGES("Image folders", "IMAGE_PATHS", "--library", ""),
  DATA("Data folder", "ASTROCAT_DATA", "--data", "astrocat-thumbs-data"),
  THUMBNAILS("Thumbnail folder", "THUMBNAIL_CACHE_PATH", "--thumbnails", ""),
  MAX_SIZE("Thumbnail size", "THUMBNAIL_MAX_SIZE", "--max-size", "800"),
  DATABASE("Database", "DATABASE_URL", "--database", ""),
  REDIS("Redis", "REDIS_URL", "--redis", ""),
  ADMIN_TOKEN("Admin token", "ADMIN_TOKEN", "--admin-token", ""),
  LOOK("Look", "THUMBNAIL_LOOK", "--look", "astrocat"),
  ON_MISS("Missing thumbnails", "THUMBNAIL_ON_MISS", "--on-miss", "generate"),
  WORKERS("Worker threads", "THUMBNAIL_WORKERS", "--workers", ""),
  READERS("Readers per mount", "READERS_PER_MOUNT", "--readers-per-mount", "2"),
  SCAN_EVERY("Time between scans", "SCAN_EVERY", "--scan-every", "15m"),
  CACHE_LIMIT("Cache limit", "THUMBNAIL_CACHE_LIMIT", "--cache-limit", "off"),
  FREE_FLOOR("Disk space left free", "THUMBNAIL_CACHE_FREE_FLOOR", "--cache-free-floor", "256M"),
  PUBLIC_HOSTS("Public host names", "PUBLIC_HOSTS", "--public-host", ""),
  TRUSTED_PROXIES("Trusted proxies", "TRUSTED_PROXIES", "--trusted-proxy", ""),
  HOST("Address", "HOST", "--host", "127.0.0.1"),
  PORT("Port", "PORT", "--port", "8080");

  private final String words;
  private final String variable;
  private final String option;
  private final String usual;

  Key(String words, String variable, String option, String usual) {
    this.words = words;
    this.variable = variable;
    this.option = option;
    this.usual = usual;
  }

  String variable() {
    return variable;
  }

  String option() {
    return option;
  }

  /** What it is when nobody says anything; empty where that depends on the machine. */
  String usual() {
    return usual;
  }

  Setting shown(String value) {
    return new Setting(words, variable, option, value);
  }
}
