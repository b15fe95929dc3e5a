import Synchronization

/// The questions that templates have asked while outputs were rendered, each once: there are few, asked by many.
final class AskedQuestions: Sendable {
  private let questions: Mutex<[UInt64: PagesQuestion]>

  init(_ known: [PagesQuestion] = []) {
    questions = Mutex(Dictionary(known.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  func note(_ question: PagesQuestion, as key: UInt64) {
    questions.withLock { if $0[key] == nil { $0[key] = question } }
  }

  /// In the order of their keys.
  var all: [PagesQuestion] { questions.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value) }
}

/// What outputs asked when they were last rendered.
struct Asked: Sendable {
  var ofPages: [PagesQuestion] = []
  var ofHomelab: [HomelabQuestion] = []
}
