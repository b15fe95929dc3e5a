import CMicroHTTPD
import HTTP
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// libmicrohttpd at work: its threads read requests from a socket and send what a function answers.
///
/// Pointers stay in this folder: C calls back with the address of the server and of its connections.
final class HTTPDaemon: Sendable {
  private let answer: @Sendable (Inquiry) -> Reply
  private let heads = HeadTimes()
  /// The library's own address of the server; kept as a number, as pointers cannot be shared between threads.
  private let daemon = Mutex<UInt>(0)

  /// Enough for pages to be rendered while others are sent; idle connections cost a thread nothing.
  private static let threads: UInt32 = 4
  /// So many tabs and idle clients are served at once; each costs no more than a few KB until it asks.
  private static let connections: UInt32 = 2_000
  /// A client that neither sends nor takes anything for so many seconds is let go.
  private static let patience: UInt32 = 30
  /// For the head of a request: its line, its headers, cookies of other programs on this host.
  private static let memory = 64 << 10

  /// Why no server could be started.
  enum Refusal: Error {
    case noLibrary(reason: String)
    case noStart(reason: String)
  }

  /// Starts to serve at a socket that listens.
  init(at socket: consuming ListeningSocket, answer: @escaping @Sendable (Inquiry) -> Reply) throws(Refusal) {
    self.answer = answer
    if let reason = sitegen_httpd_open() { throw .noLibrary(reason: String(cString: reason)) }
    var options = sitegen_httpd_options(
      socket: socket.takeDescriptor(), threads: Self.threads, connections: Self.connections,
      patience: Self.patience, memory: Self.memory, answer: Self.answerRequest, completed: Self.noteCompleted,
      connection: Self.noteConnection, context: Unmanaged.passUnretained(self).toOpaque())
    guard let started = sitegen_httpd_start(&options) else {
      close(options.socket)
      throw .noStart(reason: String(cString: strerror(errno)))
    }
    daemon.withLock { $0 = UInt(bitPattern: started) }
  }

  /// Lets clients go that take too long to say what they want; called about every second.
  func dropSlowClients() { heads.dropLate() }

  /// Ends all connections; streams must have been ended before.
  func stop() {
    let daemon = daemon.withLock { daemon in
      defer { daemon = 0 }
      return OpaquePointer(bitPattern: daemon)
    }
    if let daemon { sitegen_httpd_stop(daemon) }
  }

  deinit { stop() }
}

extension HTTPDaemon {
  private static let answerRequest: MHD_AccessHandlerCallback = {
    context, connection, path, method, _, _, _, turn in
    guard let context, let connection, let path, let method, let turn else { return .NO }
    let daemon = Unmanaged<HTTPDaemon>.fromOpaque(context).takeUnretainedValue()
    daemon.heads.arrived(at: sitegen_httpd_socket(connection))
    var inquiry = Inquiry(method: String(cString: method), target: String(cString: path))
    readValues(of: connection, into: &inquiry)
    // The library takes an answer at the first call for a refusal to read on, and closes the connection after it: as it
    // should when there is a body, which nobody here wants.
    if turn.pointee == nil, !inquiry.hasBody {
      turn.pointee = context
      return .YES
    }
    return send(daemon.answer(inquiry), over: connection)
  }

  private static let noteCompleted: MHD_RequestCompletedCallback = { context, connection, _, _ in
    guard let context, let connection else { return }
    let daemon = Unmanaged<HTTPDaemon>.fromOpaque(context).takeUnretainedValue()
    daemon.heads.awaited(at: sitegen_httpd_socket(connection))
  }

  private static let noteConnection: MHD_NotifyConnectionCallback = { context, connection, _, event in
    guard let context, let connection else { return }
    let heads = Unmanaged<HTTPDaemon>.fromOpaque(context).takeUnretainedValue().heads
    let socket = sitegen_httpd_socket(connection)
    if event.rawValue == started { heads.awaited(at: socket) } else { heads.arrived(at: socket) }
  }

  /// MHD_CONNECTION_NOTIFY_STARTED, whose name does not reach us.
  private static let started: UInt32 = 0

  private static func readValues(of connection: OpaquePointer, into inquiry: inout Inquiry) {
    withUnsafeMutablePointer(to: &inquiry) { pointer in
      sitegen_httpd_values(
        connection,
        { context, kind, name, value in
          guard let context, let name else { return .YES }
          let inquiry = context.assumingMemoryBound(to: Inquiry.self)
          let header = Header(String(cString: name), value.map { String(cString: $0) } ?? "")
          if kind == .HEADER_KIND {
            inquiry.pointee.headers.append(header)
          } else {
            inquiry.pointee.query.append(header)
          }
          return .YES
        }, pointer)
    }
  }

  private static func send(_ reply: Reply, over connection: OpaquePointer) -> MHD_Result {
    guard let response = response(for: reply.body, over: connection) else { return .NO }
    defer { sitegen_httpd_release(response) }
    for header in reply.headers { _ = sitegen_httpd_add_header(response, header.name, header.value) }
    return sitegen_httpd_queue(connection, UInt32(reply.status), response)
  }

  private static func response(for body: Reply.Body, over connection: OpaquePointer) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { sitegen_httpd_bytes($0.baseAddress, $0.count) }
    case .file(let file, let range):
      return sitegen_httpd_file(file.takeDescriptor(), UInt64(range.lowerBound), UInt64(range.count))
    case .stream(let stream):
      stream.join(UInt(bitPattern: connection))
      return sitegen_httpd_stream(
        { context, _, buffer, room in
          guard let context, let buffer else { return -1 }
          let stream = Unmanaged<EventStream>.fromOpaque(context).takeUnretainedValue()
          return stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
        }, Unmanaged.passRetained(stream).toOpaque(),
        { context in
          guard let context else { return }
          Unmanaged<EventStream>.fromOpaque(context).takeRetainedValue().leave()
        })
    }
  }
}
