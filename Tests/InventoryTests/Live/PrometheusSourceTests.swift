import Diagnostics
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("Prometheus")
struct PrometheusSourceTests {
  private let bench: SourceBench

  init() throws { bench = try SourceBench() }

  private func declaration(
    _ query: String, _ more: String = "", place: String = "prometheus", extra: String = ""
  ) throws -> String {
    let server = try SourceServers.started.get().server
    return """
      {id: prom, type: prometheus, address: "\(server.url("good", place))", authority: ca.pem, \(extra)
       limits: {total: 2s, size: 1 MiB}, queries: {n: {query: '\(query)'\(more)}}}

      """
  }

  private func number(_ query: String, _ more: String = "") throws -> (number: ObservedNumber?, told: String)
  {
    let server = try SourceServers.started.get().server
    try bench.folder.write(bytes: server.certificates.read("authority.pem"), to: "ca.pem")
    let answer = try bench.answer(declaration(query, more))
    return (
      answer.facts.numbers["n"],
      answer.remarks.sorted.map { $0.finding.sentence(in: .english).message }.joined()
    )
  }

  @Test(
    "gives one number for a query",
    arguments: [
      ("sum(homelab_power_watts)", 64.75), ("count(up == 1)", 1), ("node_uname_info", 1),
      ("homelab_storage_bytes", 7_681_501_126_656), ("homelab_http_requests_total", 91_234),
      ("scalar(sum(homelab_cluster_nodes))", 9), ("1/3", 0.3333333333333333),
    ])
  func numbers(query: String, value: Double) throws {
    let (number, told) = try number(query, ", unit: W")
    #expect(number?.value == value)
    #expect(number?.unit == "W")
    #expect(told.isEmpty)
  }

  @Test(
    "says why there is none",
    arguments: [
      ("homelab_cluster_nodes", "the query 'n' gave several numbers"),
      ("homelab_temperature_celsius", "the query 'n' gave several numbers"),
      ("no_such_metric{cluster=\"gordito\"}", "the query 'n' gave nothing"),
      ("\"a string\"", "the query 'n' gave a text"),
      ("scalar(no_such_metric)", "the query 'n' gave no finite number"),
      ("0/0", "the query 'n' gave no finite number"),
      ("homelab_quota_bytes", "the query 'n' gave no finite number"),
      ("-1/0", "the query 'n' gave no finite number"),
      ("up{job=\"node\"}[10s]", "the query 'n' gave values over time"),
      (
        "sum(up",
        "the query 'n' was refused: invalid parameter \"query\": 1:7: parse error: unclosed left parenthesis"
      ),
    ])
  func noNumbers(query: String, told expected: String) throws {
    let (number, told) = try number(query)
    #expect(number?.value == nil)
    #expect(told == expected)
  }

  @Test("tells nothing private that a server quotes in its refusals")
  func scrubbed() throws {
    let (_, told) = try number("homelab_power_watts * on(job) homelab_cluster_nodes")
    #expect(told.hasPrefix("the query 'n' was refused: found duplicate series"))
    for planted in try Recordings.planted() { #expect(!told.contains(planted.needle)) }
  }

  @Test("draws a curve over time where it is asked for one series, and says so where there are two")
  func range() throws {
    let (number, told) = try number("homelab_temperature_celsius", ", range: 1h, points: 61")
    #expect(number?.points == [])
    #expect(told == "the query 'n' gave several numbers")
    #expect(
      PrometheusAnswer.series([[1, nil, 2.5]], isOverTime: true).number(of: try query(range: true)).fact
        .points == [1, 2.5])
    #expect(
      PrometheusAnswer.series([[nil, nil]], isOverTime: true).number(of: try query(range: true)).problem
        == .notFinite)
  }

  private func query(range: Bool) throws -> NamedQuery {
    let source = Source(path: "q", bytes: Array("{query: up, range: 1h, points: 61}".utf8))
    return try NamedQuery.decode(YAML.read(source), from: source).value
  }

  @Test("logs in with a user and a password from the environment, and never tells them")
  func login() throws {
    let server = try SourceServers.started.get().server
    try bench.folder.write(bytes: server.certificates.read("authority.pem"), to: "ca.pem")
    let extra = "username: {env: NAME}, password: {file: secreto},"
    let wanted = try declaration("vector(1)", place: "guarded", extra: extra)
    try bench.folder.write("clave-de-prueba\n", to: "secreto")
    #expect(try bench.answer(wanted, ["NAME": "reader"]).facts.numbers["n"]?.value == 1)
    #expect(
      try bench.refusal(wanted, ["NAME": "otro"]) == """
        source-unauthorized
        the server does not know the credentials (they may have expired; renew them)
        el servidor no reconoce las credenciales (pueden haber caducado; renuévalas)

        """)
    #expect(
      try bench.refusal(wanted) == """
        source-secret-absent
        the variable NAME is not set (set it where this runs)
        la variable NAME no está definida (defínela donde se ejecuta esto)

        """)
    let plain = wanted.replacing("https://", with: "http://").replacing("127.0.0.1", with: "prom.example")
    #expect(
      try bench.refusal(plain, ["NAME": "reader"]) == """
        source-unencrypted
        the address is not encrypted, so the secret would be readable on the way (use https)
        la dirección no va cifrada, así que el secreto se podría leer por el camino (usa https)

        """)
  }

  @Test(
    "refuses what is no answer",
    arguments: [
      ("html", "source-not-an-answer"), ("deep", "source-not-an-answer"), ("huge", "http-too-large"),
      ("hang", "http-answer-timeout"), ("cut", "http-connection-lost"), ("nowhere", "source-status"),
    ])
  func hostile(place: String, code: String) throws {
    let server = try SourceServers.started.get().server
    try bench.folder.write(bytes: server.certificates.read("authority.pem"), to: "ca.pem")
    let told = try bench.refusal(declaration("up", place: place))
    #expect(told.hasPrefix(code + "\n"))
    #expect(!told.contains("clave-en-la-pagina"))
  }

  @Test("does not trust a server that nobody vouches for")
  func untrusted() throws {
    let told = try bench.refusal(declaration("up").replacing("authority: ca.pem, ", with: ""))
    #expect(told.hasPrefix("http-untrusted\n"))
  }
}
