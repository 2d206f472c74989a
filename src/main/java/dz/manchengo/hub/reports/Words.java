package dz.manchengo.hub.reports;

import java.util.Locale;

/** A text in both languages. */
record Words(String fr, String en) {
  String in(Locale language) {
    return language.getLanguage().equals("en") ? en : fr;
  }
}
