import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The recorded answers of three real clusters and a monitoring server, unpacked for the time of a run: they are packed
/// because the secrets planted in them look real.
public enum RecordedAnswers {
  /// The fixtures of the inventory, where the recordings lie, with the scripts that play them back.
  public static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "InventoryTests/Fixtures")

  /// The folder that holds them.
  public static let folder: URL = {
    let place = FileManager.default.temporaryDirectory.appending(path: "sitegen-recordings-\(getpid())")
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let tar = Process()
      tar.executableURL = URL(filePath: "/usr/bin/env")
      tar.arguments = [
        "tar", "-xJf", fixtures.appending(path: "recordings.tar.xz").path, "-C", place.path,
        "--strip-components=1",
      ]
      try tar.run()
      tar.waitUntilExit()
    } catch {
      preconditionFailure("the recordings cannot be unpacked: \(error)")
    }
    atexit { try? FileManager.default.removeItem(at: RecordedAnswers.folder) }
    return place
  }()

  /// Starts the three clusters as servers on loopback.
  public static func clusters() throws -> LocalServer {
    try LocalServer(script: "apiserver.py", arguments: [folder.path], besides: fixtures.path + "/x")
  }

  /// Starts the monitoring server and a hypervisor.
  public static func monitors() throws -> LocalServer {
    try LocalServer(
      script: "sources.py", arguments: [folder.path, fixtures.appending(path: "proxmox").path],
      besides: fixtures.path + "/x")
  }

  /// The parts of the planted values that must never come out.
  public static let needles: [String] = {
    struct List: Decodable {
      struct Planted: Decodable { let needle: String }
      let planted: [Planted]
    }
    do {
      let data = try Data(contentsOf: folder.appending(path: "planted.json"))
      return try JSONDecoder().decode(List.self, from: data).planted.map(\.needle)
    } catch {
      preconditionFailure("the list of planted values cannot be read: \(error)")
    }
  }()

  /// What holds any of the planted values, as it is or in base 64 or percent-encoded.
  public static func planted(in text: String) -> [String] { planted(in: Data(text.utf8)) }

  /// What holds any of the planted values, as it is or in base 64 or percent-encoded.
  public static func planted(in bytes: Data) -> [String] {
    needles.filter { needle in
      let spellings = [
        needle, Data(needle.utf8).base64EncodedString(),
        needle.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? needle,
      ]
      return spellings.contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }
}
