import Diagnostics
import Foundation
import Language
import Nodes
import Testing

@testable import Inventory

/// A Prometheus of this machine that watches itself; where none is installed, these are skipped.
@Suite(
  "A real Prometheus",
  .enabled(if: RealPrometheus.path != nil, "install prometheus, or name it in PROMETHEUS"))
struct RealPrometheusTests {
  @Test("tells numbers and curves, and refuses what it cannot parse")
  func numbers() throws {
    let server = try RealPrometheus()
    let bench = try SourceBench()
    let declaration = """
      {id: prom, type: prometheus, address: "\(server.address)", queries: {
        targets: {query: count(up), unit: objetivos}, memory: {query: process_resident_memory_bytes},
        curve: {query: "sum(up)", range: 10s, points: 11}, nothing: {query: no_such_metric}, bad: {query: "sum("},
        many: {query: prometheus_http_requests_total}, infinite: {query: "1/0"}}}

      """
    try server.wait {
      try bench.answer(declaration, now: .present).facts.numbers["curve"]?.points.count ?? 0 > 2
    }
    let answer = try bench.answer(declaration, now: .present)
    let numbers = answer.facts.numbers
    #expect(numbers["targets"]?.value == 1)
    #expect(numbers["targets"]?.unit == "objetivos")
    #expect(numbers["memory"]?.value ?? 0 > 1_000_000)
    #expect(numbers["curve"]?.step == 1)
    #expect(numbers["curve"]?.points.allSatisfy { $0 == 1 || $0 == 0 } == true)
    for name in ["nothing", "bad", "many", "infinite"] { #expect(numbers[name]?.value == nil) }
    #expect(answer.facts.gaps["numbers/bad"] == ObservedGap(.unavailable))
    #expect(
      answer.remarks.sorted.map(\.finding.code).sorted() == [
        "source-no-number", "source-no-number", "source-no-number", "source-query-refused",
      ])
  }

  @Test(
    "tells of the machine what its exporter measures",
    .enabled(
      if: RealPrometheus.exporter != nil, "install prometheus-node-exporter, or name it in NODE_EXPORTER"))
  func machine() throws {
    let server = try RealPrometheus(withExporter: true)
    let bench = try SourceBench()
    let declaration = """
      {id: prom, type: prometheus, address: "\(server.address)", queries: {
        memory: {query: node_memory_MemTotal_bytes, unit: B}, kernels: {query: count(node_uname_info)},
        load: {query: "avg(node_load1)", range: 10s, points: 11}}}

      """
    try server.wait {
      try bench.answer(declaration, now: .present).facts.numbers["load"]?.points.count ?? 0 > 2
    }
    let answer = try bench.answer(declaration, now: .present)
    let told = try String(contentsOfFile: "/proc/meminfo", encoding: .utf8).split(separator: "\n")[0]
      .split(separator: " ").compactMap { Double($0) }
    #expect(answer.facts.numbers["memory"]?.value == told.first.map { $0 * 1024 })
    #expect(answer.facts.numbers["memory"]?.unit == "B")
    #expect(answer.facts.numbers["kernels"]?.value == 1)
    #expect(answer.facts.numbers["load"]?.points.contains { $0 >= 0 } == true)
    #expect(answer.remarks.isEmpty)
    #expect(!String(decoding: answer.facts.node.json(), as: UTF8.self).contains("instance"))
  }
}

/// A server of our own for the time of a test.
private final class RealPrometheus {
  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["PROMETHEUS"].map { [$0] } ?? []
    return (named + ["/usr/bin/prometheus"]).first(where: FileManager.default.isExecutableFile)
  }()

  static let exporter: String? = {
    let named = ProcessInfo.processInfo.environment["NODE_EXPORTER"].map { [$0] } ?? []
    return (named + ["/usr/bin/prometheus-node-exporter"]).first(where: FileManager.default.isExecutableFile)
  }()

  let address: String
  private let process = Process()
  private let measuring = Process()
  private let folder: URL

  init(withExporter: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-prometheus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let port = Int.random(in: 20_000..<30_000)
    address = "http://127.0.0.1:\(port)"
    let target = withExporter ? "127.0.0.1:\(port + 1)" : "127.0.0.1:\(port)"
    let settings = """
      global: {scrape_interval: 1s}
      scrape_configs: [{job_name: self, static_configs: [{targets: ["\(target)"]}]}]

      """
    if withExporter {
      measuring.executableURL = URL(filePath: Self.exporter ?? "")
      measuring.arguments = ["--web.listen-address=\(target)", "--log.level=error"]
      measuring.standardError = FileHandle.nullDevice
      measuring.standardOutput = FileHandle.nullDevice
      try measuring.run()
    }
    try Data(settings.utf8).write(to: folder.appending(path: "prometheus.yml"))
    process.executableURL = URL(filePath: Self.path ?? "")
    process.arguments = [
      "--config.file=\(folder.path)/prometheus.yml", "--storage.tsdb.path=\(folder.path)/data",
      "--web.listen-address=127.0.0.1:\(port)", "--log.level=error",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    for process in [process, measuring] where process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Waits until it knows enough.
  func wait(until isReady: () throws -> Bool) throws {
    for _ in 0..<100 {
      do {
        if try isReady() { return }
      } catch is SourceRefusal {
        // It has not opened its door yet.
      }
      Thread.sleep(forTimeInterval: 0.2)
    }
    Issue.record("prometheus told nothing within twenty seconds")
  }
}

extension Instant {
  fileprivate static var present: Instant { Instant(seconds: Int(Date.now.timeIntervalSince1970)) }
}
