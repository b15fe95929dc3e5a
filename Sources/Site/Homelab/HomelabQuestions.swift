import Bytes
import Synchronization

/// What outputs have looked at of the homelab, each once, with what they found.
final class HomelabQuestions: Sendable {
  private struct Known {
    let question: HomelabQuestion
    /// Nil as long as nobody looked in this build.
    var digest: UInt64?
  }

  private let known: Mutex<[UInt64: Known]>

  /// Begins with what was `asked` when outputs were last rendered.
  init(_ asked: [HomelabQuestion] = []) {
    known = Mutex(
      Dictionary(asked.map { ($0.key, Known(question: $0)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Notes that somebody looked, and what there was; both are only made for the first who does.
  func note(_ key: UInt64, _ question: () -> HomelabQuestion, found digest: () -> UInt64) {
    known.withLock { known in
      guard known[key]?.digest == nil else { return }
      known[key] = Known(question: known[key]?.question ?? question(), digest: digest())
    }
  }

  /// All questions by what they are about, in the order of their keys.
  var bySubject:
    [(subject: HomelabSubject, asked: [(key: UInt64, question: HomelabQuestion, digest: UInt64?)])]
  {
    let all = known.withLock { $0 }.map {
      (key: $0.key, question: $0.value.question, digest: $0.value.digest)
    }
    return Dictionary(grouping: all, by: \.question.subject).map { subject, asked in
      (subject: subject, asked: asked.sorted { $0.key < $1.key })
    }
    .sorted { $0.subject.key < $1.subject.key }
  }
}

// MARK: From one build to the next

extension HomelabQuestions {
  /// Writes the questions that outputs of this build have asked, by the lower halves of their keys.
  func pack(into packer: inout Packer, askedBy isAsked: (UInt32) -> Bool) {
    let kept = bySubject.map { subject, asked in
      (subject, asked.filter { isAsked(max(1, UInt32(truncatingIfNeeded: $0.key))) })
    }
    .filter { !$0.1.isEmpty }
    packer.add(kept.count)
    for (subject, asked) in kept {
      subject.pack(into: &packer)
      packer.add(asked.count)
      for (_, question, _) in asked {
        packer.add(question.path)
        packer.add(question.extent.rawValue)
      }
    }
  }

  /// Reads what was written.
  static func questions(from unpacker: inout Unpacker) -> [HomelabQuestion] {
    (0..<unpacker.count()).flatMap { _ -> [HomelabQuestion] in
      let subject = HomelabSubject(from: &unpacker)
      return (0..<unpacker.count()).map { _ in
        let path = unpacker.texts()
        let extent = HomelabQuestion.Extent(rawValue: unpacker.int()) ?? .whole
        return HomelabQuestion(subject: subject, path: path, extent: extent)
      }
    }
  }
}
