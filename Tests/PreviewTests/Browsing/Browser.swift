import Foundation
import HTTP
import Testing

/// A real Chromium, driven over WebDriver; each has a profile of its own and ends with its test.
final class Browser: Sendable {
  private static let client = Client(proxy: .none, limits: Limits(total: .seconds(60)), allowsPlain: true)
  private let session: String
  private let driver: Driver

  init() throws {
    driver = try Driver()
    let options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1000,700",
        "--no-proxy-server", "--disable-background-networking",
      ]
    ]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let answer = try Self.ask(.post, driver.url, "/session", ["capabilities": ["alwaysMatch": capabilities]])
    let value = try #require(answer as? [String: Any])
    session = try #require(value["sessionId"] as? String)
  }

  deinit { _ = try? Self.ask(.delete, driver.url, "/session/\(session)", nil) }

  /// Goes to an address and waits until the preview has told about the page.
  func open(_ address: String) throws {
    try ask(.post, "/url", ["url": address])
    try wait(for: "document.documentElement.dataset.sitegenPreview !== undefined")
  }

  /// The value of an expression in the page.
  @discardableResult
  func value(_ expression: String) throws -> Any? {
    try ask(.post, "/execute/sync", ["script": "return (\(expression))", "args": [Any]()])
  }

  /// The text that an expression in the page gives; empty for nothing.
  func text(_ expression: String) throws -> String { (try value(expression) as? String) ?? "" }

  /// Runs statements in the page.
  func run(_ script: String) throws { try ask(.post, "/execute/sync", ["script": script, "args": [Any]()]) }

  /// Waits until an expression is true; a page that is just being loaded has no value yet.
  func wait(for expression: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<Self.patience {
      if (try? value("!!(\(expression))")) as? Bool == true { return }
      usleep(20_000)
    }
    Issue.record(
      "never: \(expression)\n\(try text("document.body.innerText"))", sourceLocation: sourceLocation)
  }

  /// What the browser's console shows, one message a line.
  func console() throws -> [String] {
    let entries = try ask(.post, "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// Ten seconds: other tests may take the machine.
  private static let patience = 500

  @discardableResult
  private func ask(_ method: Request.Method, _ path: String, _ body: [String: Any]?) throws -> Any? {
    try Self.ask(method, driver.url, "/session/\(session)\(path)", body)
  }

  private static func ask(
    _ method: Request.Method, _ url: String, _ path: String, _ body: [String: Any]?
  ) throws -> Any? {
    let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) }
    let headers = [Header("Content-Type", "application/json")]
    let response = try client.send(Request(method, url + path, headers: headers, body: bytes))
    let answer = try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
    guard response.status == 200 else {
      throw Refused(reason: String(decoding: response.body, as: UTF8.self))
    }
    return answer?["value"]
  }

  struct Refused: Error {
    let reason: String
  }
}

/// A chromedriver on a free port; it ends with what it started when it is forgotten, or when this process ends.
private final class Driver: Sendable {
  let url: String
  private let process: Process
  private let input = Pipe()

  init() throws {
    let output = Pipe()
    process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell outlives nobody: its input is closed when we end. Gentler signals are held back by the test runner, and
    // its children inherit that.
    process.arguments = ["-c", "chromedriver --port=0 </dev/null & child=$!; cat >/dev/null; kill -9 $child"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var told = ""
    let words = "started successfully on port "
    while !told.contains(words) || !told.hasSuffix("\n") {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { throw Browser.Refused(reason: "chromedriver is not installed: \(told)") }
      told += String(decoding: piece, as: UTF8.self)
    }
    let port = told.components(separatedBy: words)[1].prefix { $0.isNumber }
    url = "http://127.0.0.1:\(port)"
  }

  deinit { try? input.fileHandleForWriting.close() }
}
