import Disk
import Foundation
import HTTP
import Language
import Preview
import Site
import Synchronization
import TestSupport
import Testing
import Workers

/// While somebody writes and somebody else reads, nobody ever sees what was true at no time.
@Suite("Random edits", .serialized)
struct SoakTests {
  /// What a clean build gives for one state of the site, by the file's path.
  fileprivate typealias Tree = [String: [UInt8]]

  /// Half an hour in the slow lane; SOAK_SECONDS where that is set.
  private static let length: Duration = {
    let environment = ProcessInfo.processInfo.environment
    let usual = environment["SITEGEN_SLOW_TESTS"] == nil ? 6 : 1_800
    return .seconds(environment["SOAK_SECONDS"].flatMap { Int($0) } ?? usual)
  }()
  /// Shorter runs are too short to tell growth from what is kept once.
  private static let leastForMemory = Duration.seconds(120)
  /// However busy the machine is.
  private static let leastRounds = 6
  private static let now = Instant(seconds: 1_771_585_200)
  private static let words = ["talos", "cilium", "ceph", "argo", "proxmox", "velero"]

  @Test("show every page as it was before or as it is after, and memory stays as it was")
  func soak() throws {
    let seed = Seed.current
    var dice = Dice(seed: seed)
    var files = Self.site
    let shown = try Shown(files)
    let shadow = try TemporaryFolder(inMemory: true)
    for (path, text) in files { try shadow.write(text, to: path) }
    let reader = Reader(shown.address, try Self.build(shadow, at: shown.address), seed: seed)
    let reading = try Companion { reader.run() }
    defer {
      reader.stop()
      reading.join()
    }
    let start = ContinuousClock.now
    var memory = MemoryCurve(over: Self.length)
    var rounds = 0
    while start.duration(to: .now) < Self.length || rounds < Self.leastRounds {
      let edit = Self.edit(&files, with: &dice)
      try edit(shadow)
      let next = try Self.build(shadow, at: shown.address)
      reader.allow(next)
      try edit(shown.folder)
      #expect(try Self.shows(next, shown.address), "seed \(seed), round \(rounds)")
      reader.allowOnly(next)
      rounds += 1
      memory.look(at: start.duration(to: .now))
    }
    guard Self.length >= Self.leastForMemory else { return }
    print("\(rounds) edits, \(reader.count) pages read; memory: \(memory)")
    #expect(memory.growth < 64 << 20, "\(memory)")
  }

  private static var site: [String: String] {
    var files = [
      "site.yaml": "title: Casa\nlanguage: es\n", "data/lema.yaml": "texto: uno\n",
      "templates/partials/footer.html": "<footer>{{ site.data.lema.texto }}</footer>\n",
    ]
    for number in 0..<12 { files["content/blog/p\(number).md"] = post(number, "inicio", [words[number % 6]]) }
    return files
  }

  private static func post(_ number: Int, _ text: String, _ tags: [String]) -> String {
    """
    ---
    title: Entrada \(number) \(text)
    date: 2026-01-\(10 + number % 15)
    tags: [\(tags.joined(separator: ", "))]
    ---
    ## Sobre \(text)

    Algo de \(text), y [otra](/blog/).

    """
  }

  /// Changes the site in one way; what does that to a folder.
  private static func edit(
    _ files: inout [String: String], with dice: inout Dice
  ) -> (TemporaryFolder) throws -> Void {
    let posts = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    let path = posts.randomElement(using: &dice) ?? "content/blog/p0.md"
    let number = Int.random(in: 0..<1_000, using: &dice)
    let word = words.randomElement(using: &dice) ?? "talos"
    var text: String?
    switch Int.random(in: 0..<9, using: &dice) {
    case 0 where posts.count > 4:
      files[path] = nil
      return { try $0.remove(path) }
    case 1:
      let other = "content/blog/n\(number).md"
      guard files[other] == nil else { fallthrough }
      files[other] = files.removeValue(forKey: path)
      return { folder in
        try FileManager.default.moveItem(
          at: folder.url.appending(path: path), to: folder.url.appending(path: other))
      }
    case 2: return write(post(number, word, [word]), to: "content/blog/q\(number).md", &files)
    case 3: return write("texto: \(word) \(number)\n", to: "data/lema.yaml", &files)
    case 4:
      text = "<footer>{{ site.data.lema.texto }} \(number)</footer>\n"
      return write(text ?? "", to: "templates/partials/footer.html", &files)
    default: return write(post(number, "\(word) \(number)", [word]), to: path, &files)
    }
  }

  private static func write(_ text: String, to path: String, _ files: inout [String: String])
    -> (TemporaryFolder) throws -> Void
  {
    files[path] = text
    return { try $0.write(text, to: path) }
  }

  private static func build(_ folder: TemporaryFolder, at address: String) throws -> Tree {
    var request = SiteBuild.Request(
      source: Path(folder.path), output: Path(folder.path).appending("public"), workers: Workers(count: 1),
      now: now)
    request.baseURL = BaseURL(text: address)
    let outcome = try SiteBuild(request).run()
    try #require(outcome.output != nil, "\(outcome.report.told)")
    let root = Path(folder.path).appending("public")
    var tree: Tree = [:]
    for file in try Disk.Tree(walking: root).files {
      tree[file.path.text] = try File.read(root.appending(file.path.bytes))
    }
    return tree
  }

  /// Whether all pages come to be those of a state within a few seconds.
  private static func shows(_ tree: Tree, _ address: String) throws -> Bool {
    for _ in 0..<500 {
      if try tree.allSatisfy({ try $0.key.hasPrefix("_") || answer(to: $0.key, address) == $0.value }) {
        return true
      }
      usleep(10_000)
    }
    return false
  }

  private static let client = Client(proxy: .none, allowsPlain: true)

  /// What is served for a file, without the preview's own line; what is not there is the page that says so.
  fileprivate static func answer(to path: String, _ address: String) throws -> [UInt8]? {
    let name = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
    let response = try client.send(Request(.get, address + name))
    let text = String(decoding: response.body, as: UTF8.self)
    guard let start = text.range(of: "<script src=\"/.sitegen/preview.js\""),
      let end = text.range(of: "</script>", range: start.upperBound..<text.endIndex)
    else { return response.body }
    return Array((text[..<start.lowerBound] + text[end.upperBound...]).utf8)
  }
}

/// The memory that this process holds, from time to time.
private struct MemoryCurve: CustomStringConvertible {
  private let length: Duration
  private var samples: [Int] = []

  /// So often it is looked at; by the second time everything has been kept that is kept once.
  private static let looks = 10

  init(over length: Duration) { self.length = length }

  mutating func look(at time: Duration) {
    guard time >= length * samples.count / Self.looks else { return }
    let told = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = told?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    samples.append(pages * Int(getpagesize()))
  }

  /// By how many bytes it grew after the beginning.
  var growth: Int { (samples.last ?? 0) - (samples.dropFirst(2).first ?? 0) }

  var description: String { samples.map { "\($0 >> 20)" }.joined(separator: " ") + " MB" }
}

/// Somebody who reads random pages all the time, also such as were there once, and compares them with what may be seen.
private final class Reader: Sendable {
  private let address: String
  private let seed: UInt64
  private let state: Mutex<(allowed: [SoakTests.Tree], known: Set<String>, isOver: Bool)>
  private let readings = Mutex(0)

  /// How many pages were read.
  var count: Int { readings.withLock { $0 } }

  init(_ address: String, _ tree: SoakTests.Tree, seed: UInt64) {
    self.address = address
    self.seed = seed
    state = Mutex(([tree], Set(tree.keys), false))
  }

  /// Another state may be seen from now on.
  func allow(_ tree: SoakTests.Tree) {
    state.withLock { state in
      state.allowed.append(tree)
      state.known.formUnion(tree.keys)
    }
  }

  /// All other states are past.
  func allowOnly(_ tree: SoakTests.Tree) { state.withLock { $0.allowed = [tree] } }

  func stop() { state.withLock { $0.isOver = true } }

  func run() {
    var dice = Dice(seed: seed &+ 1)
    while true {
      let (before, known, isOver) = state.withLock { $0 }
      guard !isOver, let path = known.filter({ !$0.hasPrefix("_") }).sorted().randomElement(using: &dice)
      else { break }
      guard let seen = try? SoakTests.answer(to: path, address) else {
        Issue.record("no answer for \(path)")
        break
      }
      let trees = before + state.withLock(\.allowed)
      let count = readings.withLock { readings in
        readings += 1
        return readings
      }
      let isKnown = trees.contains { ($0[path] ?? $0["404.html"]) == seen }
      if !isKnown { Issue.record("\(path) was never so, seed \(seed), reading \(count)") }
    }
    #expect(count > 20)
  }
}
