package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.RawDocument;
import java.util.List;

/**
 * Documents of one call, read by the contract.
 *
 * @param name as people shall find the submission by
 * @param items each a list of documents that stand or fall together
 * @param whole whether all items stand or fall together
 * @param rows of all items
 */
record SentDocuments(String name, List<List<RawDocument>> items, boolean whole, int rows) {
  private static final int LONGEST_NAME = 200;

  SentDocuments {
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
