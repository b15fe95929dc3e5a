import Diagnostics

/// What goes wrong inside the machine; it learns its place and its trail where the machine catches it.
struct Fault: Error {
  var kind: TemplateFinding.Kind
  /// The bytes of the source meant, when they are known better than by the instruction that failed.
  var range: Range<Int>?
  /// The template it happened in.
  var source: Source?
  /// How the machine came there.
  var trail: [Stop] = []

  init(_ kind: TemplateFinding.Kind, at range: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
  }
}

extension Fault {
  /// The fault as the author is told about it.
  func mistake(fallback path: String) -> Mistake {
    let finding = TemplateFinding(kind: kind, trail: trail)
    guard let source, let range else { return Mistake(finding, path: source?.path ?? path, place: nil) }
    return source.mistake(finding, at: range)
  }
}
