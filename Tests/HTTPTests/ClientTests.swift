import Foundation
import HTTP
import Language
import Synchronization
import TestSupport
import Testing

/// The servers that all tests of this target ask.
enum Loopback {
  static let server = Result { try LocalServer(script: "Fixtures/server.py", besides: #filePath) }

  static func client(limits: Limits = Limits(), retries: Retries = .none) throws -> Client {
    let authority = try server.get().certificates.read("authority.pem")
    return Client(
      trust: Trust(authorities: authority), proxy: .none, limits: limits, retries: retries)
  }
}

/// What the server says it was asked.
struct Told: Decodable {
  let method: String
  let target: String
  let headers: [[String]]
  let body: String
  let connection: Int
  let peer: [String: String]

  init(_ response: Response) throws { self = try JSONDecoder().decode(Told.self, from: Data(response.body)) }

  subscript(header name: String) -> String? { headers.first { $0[0].lowercased() == name.lowercased() }?[1] }
}

@Suite("a client")
struct ClientTests {
  let server = try? Loopback.server.get()

  private func url(_ path: String, at listener: String = "good") throws -> String {
    try Loopback.server.get().url(listener, path)
  }

  @Test("asks over a connection that the given authority vouches for")
  func asks() throws {
    let response = try Loopback.client().send(Request(.get, url("hello?x=1")))
    let told = try Told(response)
    #expect(response.status == 200)
    #expect(told.method == "GET")
    #expect(told.target == "/hello?x=1")
    #expect(told[header: "user-agent"] == "sitegen")
    #expect(response[header: "CONTENT-length"] == "\(response.body.count)")
    #expect(response.date?.seconds == 1_795_176_720)
  }

  @Test(
    "sends each method with exactly the headers and the body given",
    arguments: [
      (Request.Method.get, nil), (.head, nil), (.delete, nil), (.put, "new"), (.post, "more"), (.put, ""),
      (.delete, "<Delete/>"),
    ] as [(Request.Method, String?)])
  func methods(method: Request.Method, body: String?) throws {
    let request = Request(
      method, try url("a/../b/./%2f"), headers: [Header("X-One", "1"), Header("X-Empty", "")],
      body: body.map { Array($0.utf8) }, acceptsCompression: false)
    let response = try Loopback.client().send(request)
    guard method != .head else {
      #expect(response.status == 200)
      #expect(response.body.isEmpty)
      return
    }
    let told = try Told(response)
    #expect(told.method == method.rawValue)
    #expect(told.target == "/a/../b/./%2f", "a path is sent as it is written")
    #expect(told.body == body ?? "")
    let names = told.headers.map { $0[0] }
    #expect(
      names.sorted()
        == (["Accept", "Host", "User-Agent", "X-Empty", "X-One"] + (body == nil ? [] : ["Content-Length"]))
        .sorted())
  }

  @Test("sends a body of megabytes whole")
  func largeBody() throws {
    let body = (0..<(3 << 20)).map { UInt8(97 + $0 % 26) }
    let told = try Told(Loopback.client().send(Request(.put, url("big"), body: body)))
    #expect(Array(told.body.utf8) == body)
  }

  @Test("uses a connection again, also through a copy of the client")
  func reuse() throws {
    let client = try Loopback.client()
    let one = try Told(client.send(Request(.get, url("one"))))
    let copy = client
    let two = try Told(copy.send(Request(.post, url("two"), body: [65])))
    #expect(one.connection == two.connection)
  }

  @Test("unpacks what the server compressed, where it was allowed to")
  func unpacks() throws {
    let response = try Loopback.client().send(Request(.get, url("zipped")))
    #expect(String(decoding: response.body, as: UTF8.self) == "unpacked")
    let raw = try Loopback.client().send(Request(.get, url("zipped"), acceptsCompression: false))
    #expect(raw.body.starts(with: [0x1F, 0x8B]))
  }

  @Test("hands a redirect back instead of following it")
  func redirect() throws {
    let response = try Loopback.client().send(Request(.get, url("redirect")))
    #expect(response.status == 302)
    #expect(response[header: "location"] == "https://elsewhere.example/")
  }

  @Test("shows its own certificate, from memory")
  func identity() throws {
    let server = try Loopback.server.get()
    var client = try Loopback.client()
    client.trust.identity = Trust.Identity(
      certificate: try server.certificates.read("client.pem"), key: try server.certificates.read("client.key")
    )
    #expect(try Told(client.send(Request(.get, url("", at: "mutual")))).peer == ["commonName": "client"])
  }

  @Test("checks the certificate for another name than the URL's, and still asks for the URL's host")
  func serverName() throws {
    var client = try Loopback.client()
    client.trust.serverName = "inside.example"
    let port = try Loopback.server.get().port("good")
    let told = try Told(client.send(Request(.get, url("named"))))
    #expect(told[header: "host"] == "127.0.0.1:\(port)")
    client.trust.serverName = "outside.example"
    let wrong = client
    #expect(throws: HTTPFailure.untrusted(.wrongName)) { try wrong.send(Request(.get, url("named"))) }
  }

  @Test("goes through a proxy when told to")
  func proxy() throws {
    var client = try Loopback.client()
    client.proxy = .address("http://127.0.0.1:\(try Loopback.server.get().port("proxy"))")
    let response = try client.send(Request(.get, url("behind")))
    #expect(try Told(response).target == "/behind")
    #expect(response[header: "X-Proxy"] == nil, "what the proxy said is no part of the answer")
    client.proxy = .address("http://127.0.0.1:\(try Loopback.server.get().port("refusing-proxy"))")
    let refused = client
    #expect(throws: HTTPFailure.proxyRefused(status: 407)) { try refused.send(Request(.get, url("behind"))) }
    client.proxy = .address("http://127.0.0.1:1")
    let absent = client
    #expect(throws: HTTPFailure.proxyUnreachable) { try absent.send(Request(.get, url("behind"))) }
  }

  @Test("speaks plain HTTP only when that is allowed")
  func plain() throws {
    let plain = try Loopback.server.get().url("plain", "open", scheme: "http")
    var client = try Loopback.client()
    let strict = client
    #expect(throws: HTTPFailure.plainRefused) { try strict.send(Request(.get, plain)) }
    client.allowsPlain = true
    #expect(try Told(client.send(Request(.get, plain))).target == "/open")
  }

  @Test("sends many requests, a few at once, and answers in their order")
  func many() throws {
    let requests = try (0..<20).map { Request(.get, try url("item/\($0)")) }
    let answers = try Loopback.client().send(requests, atOnce: 4).map { try Told($0.get()) }
    #expect(answers.map(\.target) == (0..<20).map { "/item/\($0)" })
    #expect(Set(answers.map(\.connection)).count <= 4)
  }
}
