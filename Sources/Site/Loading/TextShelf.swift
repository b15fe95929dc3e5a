import Synchronization

/// The texts that were asked for last: a site in memory keeps no more of them than fit here.
final class TextShelf: Sendable {
  /// About what a hole takes beside the bytes of its text.
  static let holeSize = 128

  private struct Place {
    let text: LazyText
    let size: Int
  }

  private struct State {
    var places: [Place] = []
    /// Before this, places are empty.
    var first = 0
    var size = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - `limit` is how many bytes of texts are kept.
  init(limit: Int) { self.limit = limit }

  /// Keeps a text; those that have stood here longest go for it.
  func put(_ text: LazyText, size: Int) {
    let gone = state.withLock { state -> [LazyText] in
      state.places.append(Place(text: text, size: size))
      state.size += size
      var gone: [LazyText] = []
      while state.size > limit, state.first < state.places.count - 1 {
        state.size -= state.places[state.first].size
        gone.append(state.places[state.first].text)
        state.first += 1
      }
      if state.first > state.places.count / 2 {
        state.places.removeFirst(state.first)
        state.first = 0
      }
      return gone
    }
    for text in gone { text.forget() }
  }
}
