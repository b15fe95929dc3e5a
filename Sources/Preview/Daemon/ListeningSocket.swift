#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A socket that listens at an address of this machine.
struct ListeningSocket: ~Copyable {
  private let descriptor: Int32
  /// The port, also where any free one was asked for.
  let port: Int

  /// Why nothing listens.
  enum Refusal: Error, Equatable {
    case unknownHost
    case taken
    case refused(reason: String)
  }

  /// As many connections wait to be taken; browsers open six at once.
  private static let backlog: Int32 = 128

  /// Listens at a host and a port; with port 0 at any that is free.
  init(host: String, port: Int) throws(Refusal) {
    descriptor = try Self.listening(at: Self.address(of: host, port: port))
    self.port = Self.port(of: descriptor)
  }

  /// Gives the descriptor away to who will close it.
  consuming func takeDescriptor() -> Int32 {
    let number = descriptor
    discard self
    return number
  }

  deinit { close(descriptor) }

  #if canImport(Glibc)
    private static let kind = Int32(SOCK_STREAM.rawValue)
  #else
    private static let kind = SOCK_STREAM
  #endif

  private static func listening(at address: [UInt8]) throws(Refusal) -> Int32 {
    let family = Int32(address.withUnsafeBytes { $0.loadUnaligned(as: sockaddr.self).sa_family })
    let made = socket(family, kind, 0)
    guard made >= 0 else { throw .refused(reason: String(cString: strerror(errno))) }
    var yes: Int32 = 1
    // A port that our last run has just left is free.
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    // Children such as a browser must not keep the port.
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    let bound = address.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { bind(made, $0.baseAddress, socklen_t(bytes.count)) }
    }
    guard bound == 0, listen(made, backlog) == 0 else {
      let code = errno
      close(made)
      throw code == EADDRINUSE ? .taken : .refused(reason: String(cString: strerror(code)))
    }
    return made
  }

  /// The address in the system's form: the first that the name stands for, those of IPv4 before others.
  private static func address(of host: String, port: Int) throws(Refusal) -> [UInt8] {
    var hints = addrinfo()
    hints.ai_socktype = kind
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else { throw .unknownHost }
    defer { freeaddrinfo(first) }
    var best = first
    var next: UnsafeMutablePointer<addrinfo>? = first
    while let one = next {
      if one.pointee.ai_family == AF_INET {
        best = one
        break
      }
      next = one.pointee.ai_next
    }
    return Array(UnsafeRawBufferPointer(start: best.pointee.ai_addr, count: Int(best.pointee.ai_addrlen)))
  }

  private static func port(of socket: Int32) -> Int {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    // The port stands at the same place in addresses of both families.
    let result = withUnsafeMutableBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { getsockname(socket, $0.baseAddress, &size) }
    }
    return result == 0 ? Int(UInt16(bigEndian: address.sin6_port)) : 0
  }
}
