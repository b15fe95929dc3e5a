import Templates

extension Value {
  /// A text; none where there is none.
  static func text(orNone text: String?) -> Value { if let text { .text(text) } else { Value.none } }

  /// A number; none where there is none.
  static func int(orNone number: Int?) -> Value { if let number { .int(number) } else { Value.none } }

  /// A small map of members.
  static func record(_ members: (String, Value)...) -> Value { .map(Map(members)) }
}
