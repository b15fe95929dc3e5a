import CMicroHTTPD
import Synchronization

/// One browser's stream of events: what is sent waits here until its connection takes it.
///
/// A connection without news is suspended, which costs nothing; with news it is woken.
final class EventStream: Sendable {
  /// The address of the page that the browser shows, from the root of the site.
  let page: String
  private let state: Mutex<State>

  private struct State {
    /// The address of the connection, for the library; nil before it is known and after it has ended.
    var connection: UInt?
    var waiting: [UInt8]
    var isSuspended = false
    var isEnding = false
  }

  /// A browser that takes nothing for so long that this much waits has gone to sleep: it is let go, and comes back.
  private static let mostWaiting = 1 << 20
  /// How the library is told that a stream is at its end.
  private static let end = -1

  init(page: String, first: [UInt8]) {
    self.page = page
    state = Mutex(State(connection: nil, waiting: first))
  }

  /// Sends bytes to the browser.
  func send(_ bytes: [UInt8]) {
    state.withLock { state in
      if state.waiting.count + bytes.count > Self.mostWaiting {
        state.isEnding = true
      } else {
        state.waiting += bytes
      }
      Self.wake(&state)
    }
  }

  /// Ends the stream.
  func end() {
    state.withLock { state in
      state.isEnding = true
      Self.wake(&state)
    }
  }

  /// Whether the connection is gone or about to go.
  var isOver: Bool { state.withLock { $0.isEnding } }

  /// Takes a connection that will be answered by this stream.
  func join(_ connection: UInt) { state.withLock { $0.connection = connection } }

  /// The connection is gone.
  func leave() {
    state.withLock { state in
      state.connection = nil
      state.isEnding = true
    }
  }

  /// Moves what waits into the library's buffer; without any the connection sleeps.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    state.withLock { state in
      if state.waiting.isEmpty {
        if state.isEnding { return Self.end }
        if let connection = state.connection.flatMap(OpaquePointer.init(bitPattern:)) {
          state.isSuspended = true
          sitegen_httpd_suspend(connection)
        }
        return 0
      }
      let count = min(buffer.count, state.waiting.count)
      buffer.copyBytes(from: state.waiting[..<count])
      state.waiting.removeFirst(count)
      return count
    }
  }

  private static func wake(_ state: inout State) {
    guard state.isSuspended, let connection = state.connection.flatMap(OpaquePointer.init(bitPattern:)) else {
      return
    }
    state.isSuspended = false
    sitegen_httpd_resume(connection)
  }
}
