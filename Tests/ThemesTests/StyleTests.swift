import Foundation
import Testing
import Themes

@Suite("The default theme")
struct StyleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Themes/Default")

  @Test("has every file of its folder compiled in, byte for byte")
  func complete() throws {
    let root = Self.folder.resolvingSymlinksInPath().path + "/"
    let walker = try #require(
      FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: [.isRegularFileKey]))
    var found: Set<String> = []
    for case let file as URL in walker
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      let name = String(file.resolvingSymlinksInPath().path.dropFirst(root.count))
      found.insert(name)
      #expect(try BuiltInTheme.file(named: name) == [UInt8](Data(contentsOf: file)), "\(name)")
    }
    #expect(found == Set(BuiltInTheme.names))
  }

  @Test("asks no other host for anything")
  func selfContained() {
    let sheet = String(decoding: BuiltInTheme.styleSheet, as: UTF8.self)
    #expect(!sheet.contains("@import"))
    let hosts = sheet.matches(of: /https?:\/\/[^'"\s)]+/).map { String($0.output) }
    #expect(hosts.allSatisfy { $0 == "http://www.w3.org/2000/svg" }, "\(Set(hosts))")
  }

  @Test("needs less than 6 KB of script")
  func smallScripts() {
    let scripts = BuiltInTheme.names.filter { $0.hasPrefix("scripts/") }
    let bytes = scripts.compactMap { BuiltInTheme.file(named: $0)?.count }.reduce(0, +)
    #expect(!scripts.isEmpty && bytes < 6_000)
  }

  /// Text colours, by the names of their properties.
  private static let inks = [
    "ink", "ink-soft", "accent", "note", "good", "warn", "grave", "deep", "code-comment", "code-word",
    "code-text",
    "code-number", "code-name", "code-tag", "code-sign",
  ]

  @Test("writes text with a contrast of at least 4.5, on every ground, light and dark", arguments: inks)
  func contrast(ink: String) throws {
    let colours = try palette()
    let (light, dark) = try #require(colours[ink])
    for ground in ["paper", "panel", "raised"] {
      let (lightGround, darkGround) = try #require(colours[ground])
      #expect(contrast(light, lightGround) >= 4.5, "\(ink) on \(ground), light")
      #expect(contrast(dark, darkGround) >= 4.5, "\(ink) on \(ground), dark")
    }
  }

  /// The colours of tokens.css: for each property its light and its dark value.
  private func palette() throws -> [String: (String, String)] {
    let sheet = String(decoding: try #require(BuiltInTheme.file(named: "styles/tokens.css")), as: UTF8.self)
    let pairs = sheet.matches(of: /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/).map { match in
      (String(match.1), (String(match.2), String(match.3)))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// The relative luminance of WCAG 2.
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
      let part = Double(channel) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
