#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A way for bytes between us and a command: a pair of sockets, because writing to one whose reader has gone can be
/// told not to end our own process.
final class Channel {
  let ours: Int32
  let theirs: Int32
  private var theirsIsOpen = true
  private(set) var isOpen = true

  init?() {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    // A child of another thread must not hold an end open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    (ours, theirs) = (ends[0], ends[1])
  }

  deinit {
    closeOurs()
    closeTheirs()
  }

  func closeTheirs() {
    guard theirsIsOpen else { return }
    theirsIsOpen = false
    close(theirs)
  }

  func closeOurs() {
    guard isOpen else { return }
    isOpen = false
    close(ours)
  }

  /// How a transfer went.
  enum Transfer {
    case moved(Int)
    case blocked
    case ended
  }

  /// Sends what fits.
  func send(_ bytes: ArraySlice<UInt8>) -> Transfer {
    #if canImport(Darwin)
      let quietly: Int32 = 0
    #else
      let quietly = Int32(MSG_NOSIGNAL)
    #endif
    let sent = bytes.withUnsafeBytes { systemSend(ours, $0.baseAddress, $0.count, quietly) }
    return transfer(sent)
  }

  /// Receives what is there into a chunk.
  func receive(into chunk: inout [UInt8]) -> Transfer {
    let got = chunk.withUnsafeMutableBytes { recv(ours, $0.baseAddress, $0.count, 0) }
    return got == 0 ? .ended : transfer(got)
  }

  private func transfer(_ count: Int) -> Transfer {
    if count >= 0 { return .moved(count) }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? .blocked : .ended
  }
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
  send(socket, bytes, count, flags)
}
