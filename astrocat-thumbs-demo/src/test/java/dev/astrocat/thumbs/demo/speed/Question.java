package dev.astrocat.thumbs.demo.speed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Something that the page asks its server. */
record Question(String name, String path) {

  private static final String IMAGES = "/api/images?page_size=100";
  private static final String FACETS = "/api/images/facets?";

  /**
   * All that the page asks, in all the ways that may differ in cost.
   *
   * @param images how many there are
   * @param some an image
   */
  static List<Question> all(int images, long some) {
    List<Question> questions = new ArrayList<>();
    for (String sort : List.of("date", "name", "object", "id")) {
      for (String order : List.of("asc", "desc")) {
        String sorted = IMAGES + "&sort_by=" + sort + "&sort_order=" + order + "&page=";
        String name = sort + " " + order;
        questions.add(new Question(name + ", page 1", sorted + 1));
        questions.add(new Question(name + ", page 100", sorted + 100));
        questions.add(new Question(name + ", middle", sorted + Math.max(1, images / 200)));
        questions.add(new Question(name + ", last page", sorted + Math.max(1, images / 100)));
      }
      String beside = "/api/images/" + some + "/neighbours?sort_by=" + sort;
      questions.add(new Question(sort + ", neighbours", beside));
      questions.add(new Question(sort + ", neighbours of a word", beside + "&q=night"));
    }
    for (String filter : filters()) {
      questions.add(new Question("images " + filter, IMAGES + "&" + filter));
      questions.add(new Question("by name " + filter, IMAGES + "&sort_by=name&" + filter));
      questions.add(new Question("facets " + filter, FACETS + filter));
    }
    questions.add(new Question("facets of all", FACETS));
    List.of(
            "/api/folders",
            "/api/folders?parent=mount1",
            "/api/folders?parent=mount1/night004",
            "/api/images/" + some,
            "/api/indexer/status",
            "/api/indexer/thumbnails/stats",
            "/api/indexer/failures",
            "/api/indexer/failures/DATA_TRUNCATED?page=1&page_size=100",
            "/api/indexer/bulk",
            "/api/admin/machines",
            "/api/library",
            "/metrics",
            "/health",
            "/")
        .forEach(path -> questions.add(new Question(path, path)));
    return questions;
  }

  private static List<String> filters() {
    return List.of(
        "q=night",
        "q=" + URLEncoder.encode("m 31", StandardCharsets.UTF_8),
        "q=ngc+1",
        "q=nowhere",
        "path=mount1",
        "path=mount1/night004",
        "kind=light",
        "kind=light&kind=dark&kind=flat",
        "format=xisf",
        "filter=Ha",
        "solved=true",
        "solved=false&filter=Ha&kind=light",
        "problem=true",
        "problem=false",
        "path=mount1&q=m&kind=light");
  }
}
