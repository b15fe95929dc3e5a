extension Article {
  /// Lets go of the text without marks, which only a search index reads and which is a third of an article's size.
  public mutating func forgetPlainText() {
    plain = []
    sections = []
    flatHeadings = []
  }
}
