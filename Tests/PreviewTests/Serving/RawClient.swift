import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A client that sends any bytes over a socket of its own, as no browser would.
final class RawClient {
  private let socket: Int32

  /// Connects to a port of this machine.
  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var time = timeval(tv_sec: 3, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    let connected = withUnsafeBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { connect(socket, $0.baseAddress, socklen_t(bytes.count)) }
    }
    try #require(connected == 0)
  }

  deinit { close(socket) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Says that nothing more will be sent.
  func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// What arrives until the server closes, until so many bytes are there, or until it is silent for too long.
  func receive(atMost limit: Int = .max) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while all.count < limit {
      let got = chunk.withUnsafeMutableBytes {
        recv(socket, $0.baseAddress, min($0.count, limit - all.count), 0)
      }
      guard got > 0 else { break }
      all += chunk[..<got]
    }
    return all
  }

  /// The first answer that arrives, by the length that it tells; the connection may stay open for more.
  func receiveAnswer() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let more = receive(atMost: 1)
      guard !more.isEmpty else { return all }
      all += more
      guard all.suffix(4).elementsEqual("\r\n\r\n".utf8) else { continue }
      let head = String(decoding: all, as: UTF8.self).lowercased()
      let length = head.components(separatedBy: "content-length: ").dropFirst().first?.prefix { $0.isNumber }
      return all + receive(atMost: length.flatMap { Int($0) } ?? 0)
    }
  }

  /// The status of an answer; 0 where there was none.
  static func status(of answer: [UInt8]) -> Int {
    let words = String(decoding: answer.prefix(64), as: UTF8.self).split(separator: " ")
    return words.count > 1 && words[0].hasPrefix("HTTP/1.") ? Int(words[1].prefix(3)) ?? 0 : 0
  }
}
