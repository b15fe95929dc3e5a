#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The name under which browsers reach what listens at a host.
enum OwnAddress {
  /// The host itself; for all addresses of the machine, the first that others can reach.
  static func name(for host: String) -> String {
    guard host == "0.0.0.0" || host == "::" else { return host.contains(":") ? "[\(host)]" : host }
    return outward ?? "127.0.0.1"
  }

  private static var outward: String? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    var next = list
    while let one = next?.pointee {
      next = one.ifa_next
      guard let address = one.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else { continue }
      // The four bytes stand after the family and the port.
      let bytes = UnsafeRawBufferPointer(start: address, count: MemoryLayout<sockaddr_in>.size)[4..<8]
      if bytes.first != 127 { return bytes.map(String.init).joined(separator: ".") }
    }
    return nil
  }
}
