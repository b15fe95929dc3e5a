import Foundation
import Synchronization

/// Somebody who loads a page and then the style sheet that it names, over and over.
final class Visitor: Sendable {
  private struct Seen {
    var loads = 0
    var broken: [String] = []
    var isWanted = true
    var hasStopped = false
  }

  private let seen = Mutex(Seen())

  /// Visits a stand, one page after the other; each begins with the way to its style sheet.
  convenience init(at stand: Stand, pages: [String]) {
    self.init { number in
      let page = stand.load(pages[number % pages.count])
      let asset = page?.split(separator: " ").first.map { String($0.dropFirst()) }
      return (page, asset.map { stand.load($0) != nil } ?? false)
    }
  }

  /// Visits again and again, and is told each time which page there was and whether all of it was.
  init(_ visit: @escaping @Sendable (_ number: Int) -> (page: String?, isWhole: Bool)) {
    Thread.detachNewThread { [self] in
      var number = 0
      while seen.withLock({ $0.isWanted }) {
        number += 1
        let (page, isWhole) = visit(number)
        seen.withLock {
          $0.loads += 1
          if !isWhole { $0.broken.append(page ?? "no page") }
        }
      }
      seen.withLock { $0.hasStopped = true }
    }
  }

  func stop() -> (loads: Int, broken: [String]) {
    seen.withLock { $0.isWanted = false }
    while !seen.withLock({ $0.hasStopped }) { Thread.sleep(forTimeInterval: 0.01) }
    return seen.withLock { ($0.loads, $0.broken) }
  }
}
