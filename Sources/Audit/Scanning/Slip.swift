import Diagnostics

/// Something wrong in a finished page, before anybody knows where its author wrote it.
struct Slip: Sendable {
  let finding: any Finding
  /// Where the tag stands in the page.
  let range: Range<Int>
  /// What the author wrote there, as far as it is the same in the source: an address, an id, the words of a heading.
  var needle = ""
  /// The bytes of the tag, as a template may have written them.
  var exact = ""
  /// Whether the tag says nothing of what is missed, rather than that there is none.
  var lacksAttribute = false
  /// Whether the place is in the text of the page's own file.
  var isInContent = false
}
