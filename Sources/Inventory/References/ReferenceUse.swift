/// One place where something refers to something else.
public struct ReferenceUse: Sendable, Equatable {
  /// The field of the thing: `runsOn`.
  var field = ""
  private let written: Written
  let range: Range<Int>
  /// Which of the items of a list it is; nil where it stands alone.
  let item: Int?
  /// What may be referred to here.
  private let target: any ReferenceTarget.Type

  /// What the author wrote: large inventories hold tens of thousands of references, so that nothing is kept twice.
  private enum Written: Sendable, Equatable {
    case reference(Reference)
    /// A text that has not the form of one.
    case text(String)
  }

  init(_ text: String, to target: any ReferenceTarget.Type, range: Range<Int>, item: Int?) {
    written = Reference(text: text).map { .reference($0) } ?? .text(text)
    self.range = range
    self.item = item
    self.target = target
  }

  /// Nil when the text has not the form of a reference.
  var reference: Reference? {
    guard case .reference(let reference) = written else { return nil }
    return reference
  }

  /// The author's own characters.
  var text: String {
    switch written {
    case .reference(let reference): reference.description
    case .text(let text): text
    }
  }

  var kinds: [Kind] { target.kinds }
  /// The list that a part of the thing is taken from; nil where the thing as a whole is meant.
  var part: String? { target.part }

  /// The field from the root of its file, where the thing itself stands: `nodes.cp-1.runsOn`, `apps.a.dependsOn[2]`.
  func path(below thing: String) -> String { "\(thing).\(field)" + (item.map { "[\($0)]" } ?? "") }

  public static func == (one: ReferenceUse, other: ReferenceUse) -> Bool {
    one.field == other.field && one.written == other.written && one.range == other.range
      && one.item == other.item && one.target == other.target
  }
}
