import Inventory
import Language
import Nodes
import Templates

// How outputs look at answers of the homelab: what they find is noted, so that it is known when they are out of date.

extension HomelabView {
  /// An answer whose members are looked at one by one; nil where it is no dict.
  func looked(
    _ matter: HomelabSubject.Matter, on page: String, _ reads: inout Reads
  ) throws(HostRefusal) -> HomelabObject? {
    guard case .map(let map) = try answer(matter, on: page, &reads) else { return nil }
    return HomelabObject(map, to: subject(matter), questions)
  }

  /// One of the answers that are made beforehand; none where there is nothing.
  func shown(_ matter: HomelabSubject.Matter, _ reads: inout Reads) -> Value {
    do throws(HostRefusal) {
      return .object(try looked(matter, on: "", &reads))
    } catch {
      // What cannot be shown of them was told when they were made.
      return .none
    }
  }

  /// An answer that is taken as a whole.
  func read(
    _ matter: HomelabSubject.Matter, on page: String, _ reads: inout Reads
  ) throws(HostRefusal) -> Value {
    let answer = try answer(matter, on: page, &reads)
    note(matter, answer, &reads)
    return answer
  }

  /// What somebody asks, as templates see it.
  func value(of matter: HomelabSubject.Matter, on page: String) throws(HostRefusal) -> Value {
    switch matter {
    case .overview: overview
    case .cluster(let id): clusters[id] ?? Value.none
    case .fact(let path): Value(try fact(path, on: page))
    case .view(let view): Value(try self.view(view.request, asOf: view.instant, on: page))
    case .changes(let views):
      homelab.snapshots.isEmpty
        ? .list([])
        : Value(
          try changes(since: views.compactMap { view in view.instant.map { (view.request, $0) } }, on: page))
    }
  }

  /// The answer; a refusal is noted too, since another inventory may answer.
  private func answer(
    _ matter: HomelabSubject.Matter, on page: String, _ reads: inout Reads
  ) throws(HostRefusal) -> Value {
    do throws(HostRefusal) {
      return try value(of: matter, on: page)
    } catch {
      note(matter, error.digested, &reads)
      throw error
    }
  }

  private func note(_ matter: HomelabSubject.Matter, _ found: Value, _ reads: inout Reads) {
    let subject = subject(matter)
    let key = HomelabQuestion.key(of: subject.key, .whole)
    reads.record(key)
    questions.note(key) {
      HomelabQuestion(subject: subject, path: [], extent: .whole)
    } found: {
      HomelabQuestion.digest(of: found, .whole)
    }
  }

  private func subject(_ matter: HomelabSubject.Matter) -> HomelabSubject {
    HomelabSubject(language: wording.language, matter: matter)
  }
}

extension Value {
  /// An answer as templates see it.
  static func object(_ answer: HomelabObject?) -> Value {
    guard let answer else { return .none }
    return .object(answer as any HostObject)
  }
}

extension HostRefusal {
  /// What stands for the answer that could not be given.
  var digested: Value { .text("\(english)\n\(spanish)") }
}
