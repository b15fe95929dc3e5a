import Bytes

/// A call whose answer is known while the template is compiled: a word of the interface, an icon.
///
/// What the answer prints as is ready, so that a page only looks whether the name still means that function.
final class KnownCall: Sendable {
  let function: Callable
  let question: String
  /// The key of what is read by the answer.
  let key: UInt64
  let plain: [UInt8]
  let escaped: [UInt8]

  /// Nil when the function must be asked, or answers with something that is no text.
  init?(of function: Callable, _ question: String) {
    guard case .known(let answers, _) = function.kind, let (answer, key) = answers[question],
      let text = answer.string
    else { return nil }
    self.function = function
    self.question = question
    self.key = key
    plain = Array(text.utf8)
    escaped = answer.isSafe ? plain : Array(text.markupEscaped.utf8)
  }
}

/// A known call as the step that writes it sees it: numbers, and where among the ready bytes of its program the answer lies.
struct KnownText: Sendable {
  /// The function that the name has to mean; the call itself holds on to it.
  let function: ObjectIdentifier
  let key: UInt64
  let plain: Range<Int>
  let escaped: Range<Int>

  init(_ call: KnownCall, into ready: inout [UInt8]) {
    function = ObjectIdentifier(call.function)
    key = call.key
    plain = ready.count..<ready.count + call.plain.count
    ready += call.plain
    escaped = ready.count..<ready.count + call.escaped.count
    ready += call.escaped
  }
}
