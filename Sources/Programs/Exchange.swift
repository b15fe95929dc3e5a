#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The talk with a running command: its input is sent while both of its outputs are received, so that neither side
/// waits for ever.
struct Exchange {
  private let input: Channel
  private let output: Channel
  private let errors: Channel
  private var unsent: ArraySlice<UInt8>
  private let limit: Int
  private let deadline: ContinuousClock.Instant?
  private(set) var received: [UInt8] = []
  private(set) var complained: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// What ended the talk.
  enum End {
    case finished, late, full
  }

  init(
    input: Channel, output: Channel, errors: Channel, sending bytes: [UInt8], limit: Int,
    deadline: ContinuousClock.Instant?
  ) {
    self.input = input
    self.output = output
    self.errors = errors
    unsent = bytes[...]
    self.limit = limit
    self.deadline = deadline
    if bytes.isEmpty { input.closeOurs() }
  }

  /// Talks until both outputs are at their end.
  mutating func run() -> End {
    while output.isOpen || errors.isOpen {
      guard waitForReadiness() else { return .late }
      if input.isOpen { sendSome() }
      Self.receive(from: output, into: &received, chunk: &chunk)
      Self.receive(from: errors, into: &complained, chunk: &chunk)
      if received.count > limit || complained.count > limit { return .full }
    }
    return .finished
  }
}

extension Exchange {
  /// Waits until something can be moved; false when the time is over.
  private func waitForReadiness() -> Bool {
    var ends: [pollfd] = []
    if input.isOpen { ends.append(pollfd(fd: input.ours, events: Int16(POLLOUT), revents: 0)) }
    for channel in [output, errors] where channel.isOpen {
      ends.append(pollfd(fd: channel.ours, events: Int16(POLLIN), revents: 0))
    }
    guard let deadline else {
      poll(&ends, nfds_t(ends.count), -1)
      return true
    }
    let left = deadline - ContinuousClock.now
    guard left > .zero else { return false }
    let (seconds, fraction) = left.components
    // A day is as good as any longer time; the loop comes round again.
    let milliseconds = min(seconds, 86_400) * 1000 + fraction / 1_000_000_000_000_000 + 1
    poll(&ends, nfds_t(ends.count), Int32(milliseconds))
    return true
  }

  private mutating func sendSome() {
    switch input.send(unsent.prefix(1 << 16)) {
    case .moved(let count):
      unsent = unsent.dropFirst(count)
      if unsent.isEmpty { input.closeOurs() }
    case .blocked: break
    // It stopped reading, which is its right.
    case .ended: input.closeOurs()
    }
  }

  private static func receive(from channel: Channel, into bytes: inout [UInt8], chunk: inout [UInt8]) {
    guard channel.isOpen else { return }
    switch channel.receive(into: &chunk) {
    case .moved(let count): bytes.append(contentsOf: chunk[..<count])
    case .blocked: break
    case .ended: channel.closeOurs()
    }
  }
}
