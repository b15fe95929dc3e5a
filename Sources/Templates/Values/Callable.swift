/// Something that a template can call.
public final class Callable: Sendable {
  enum Kind: Sendable {
    case builtIn(@Sendable (inout Machine, [Value], [(String, Value)]) throws(Fault) -> Value)
    case host(@Sendable (inout HostCall) throws(HostRefusal) -> Value)
    /// One of the site's that knows what it answers to most texts.
    case known(KnownAnswers, otherwise: @Sendable (inout HostCall) throws(HostRefusal) -> Value)
  }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// A function of the site's.
  public convenience init(
    named name: String, _ body: @escaping @Sendable (inout HostCall) throws(HostRefusal) -> Value
  ) {
    self.init(name, .host(body))
  }
}

/// What a function answers when it is called with one text and nothing else, such as the name of an icon.
///
/// Templates ask dozens of such questions on every page: an answer that is known is found by one look, without a call.
final class KnownAnswers: Sendable {
  /// A table at most half full, in which the lower bits of a text's digest say where to look first.
  private let places: [(id: UInt64, value: Value, key: UInt64)?]

  init(_ answers: [String: (value: Value, key: UInt64)]) {
    var size = 8
    while size < answers.count * 2 { size *= 2 }
    var places = [(id: UInt64, value: Value, key: UInt64)?](repeating: nil, count: size)
    for (text, answer) in answers {
      let id = Name.digest(of: text)
      var place = Int(truncatingIfNeeded: id) & (size - 1)
      while places[place] != nil { place = (place + 1) & (size - 1) }
      places[place] = (id, answer.value, answer.key)
    }
    self.places = places
  }

  /// The answer and the key of what is read by it; nil when the function itself must be asked.
  subscript(text: String) -> (value: Value, key: UInt64)? {
    let id = Name.digest(of: text)
    var place = Int(truncatingIfNeeded: id) & (places.count - 1)
    while let found = places[place] {
      if found.id == id { return (found.value, found.key) }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }
}

/// What a filter or a function of the site's is called with.
public struct HostCall: Sendable {
  /// The value before the bar; missing for functions.
  public let subject: Value
  public let positional: [Value]
  public let named: [String: Value]
  /// Whether output is being escaped here.
  public let escapes: Bool
  /// Where the answer notes what it depends on.
  public var reads: Reads

  /// The argument of that place or name.
  public func argument(_ index: Int, _ name: String) -> Value? {
    index < positional.count ? positional[index] : named[name]
  }

  /// The argument as text.
  public func text(_ index: Int, _ name: String) -> String? { argument(index, name)?.plainText }
}

extension Value {
  /// The letters of a text, safe or not; nil for anything else.
  public var plainText: String? { string }

  /// The value as `{{ value }}` shows it, before it is escaped.
  public var shownText: String { printed }

  /// A function of the site's, ready to be handed to templates.
  public static func function(
    _ name: String, _ body: @escaping @Sendable (inout HostCall) throws(HostRefusal) -> Value
  ) -> Value {
    .callable(Callable(named: name, body))
  }

  /// A function of the site's, and what it answers to single texts, each with the key of what is read by it; all else
  /// is asked of the function itself.
  public static func function(
    _ name: String, knowing answers: [String: (value: Value, key: UInt64)],
    otherwise body: @escaping @Sendable (inout HostCall) throws(HostRefusal) -> Value
  ) -> Value {
    .callable(Callable(name, .known(KnownAnswers(answers), otherwise: body)))
  }
}
