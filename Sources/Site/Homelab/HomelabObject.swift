import Templates

/// A dict of the homelab as templates see it: which of its members an output looks at is noted one by one.
final class HomelabObject: HostObject {
  private let map: Map
  private let subject: HomelabSubject
  private let path: [String]
  /// The key of the path.
  private let place: UInt64
  private let questions: HomelabQuestions

  private init(
    _ map: Map, of subject: HomelabSubject, at path: [String], _ place: UInt64, _ questions: HomelabQuestions
  ) {
    self.map = map
    self.subject = subject
    self.path = path
    self.place = place
    self.questions = questions
  }

  /// Takes an answer.
  convenience init(_ answer: Map, to subject: HomelabSubject, _ questions: HomelabQuestions) {
    self.init(answer, of: subject, at: [], subject.key, questions)
  }

  var memberNames: [String] { map.names }

  var isMapping: Bool { true }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    let value = map[name]
    let place = HomelabQuestion.key(of: name.text, in: place)
    note(place, path + [name.text], .member, value, &reads)
    return value.map { shown($0, name.text, place) }
  }

  func entries(reads: inout Reads) -> Map? {
    note(place, path, .members, .map(map), &reads)
    return Map(
      map.names.map { name in
        let value = map[Name(name)] ?? Value.none
        return (name, shown(value, name, HomelabQuestion.key(of: name, in: place)))
      })
  }

  func text(reads: inout Reads) -> Value {
    note(place, path, .whole, .map(map), &reads)
    return .map(map)
  }

  /// A member that is a dict is looked into like this one; all else is itself.
  private func shown(_ value: Value, _ name: String, _ place: UInt64) -> Value {
    guard case .map(let inner) = value, !inner.isEmpty else { return value }
    return .object(HomelabObject(inner, of: subject, at: path + [name], place, questions))
  }

  private func note(
    _ place: UInt64, _ path: @autoclosure () -> [String], _ extent: HomelabQuestion.Extent, _ value: Value?,
    _ reads: inout Reads
  ) {
    let key = HomelabQuestion.key(of: place, extent)
    reads.record(key)
    questions.note(key) {
      HomelabQuestion(subject: subject, path: path(), extent: extent)
    } found: {
      HomelabQuestion.digest(of: value, extent)
    }
  }
}
