import Diagnostics
import Disk
import Themes

/// The files of a site's folder `assets/`, published under names that tell their content.
///
///     assets/fonts/recia.woff2   →  /assets/fonts/recia.0b6f4c2a91d3e857.woff2
///     assets/mio.css             →  /assets/mio.5d1c0f0f6d8b4a2e.css, which asks for the font by its new name
public struct SiteAssets: Sendable {
  public let assets: [(asset: Asset, bytes: [UInt8])]
  public let mistakes: [Mistake]

  /// The folder that the files lie in; in the output it is called the same.
  public static let folder = Asset.folder
  /// What templates call the theme's own.
  private static let reserved = ["site.css", "site.js"]

  /// Reads the assets of a site.
  public init(of root: Path) {
    var mistakes: [Mistake] = []
    let folder = root.appending(Self.folder)
    var contents: [String: [UInt8]] = [:]
    for name in SiteListing.files(in: folder, as: Self.folder, mistakes: &mistakes) {
      let path = "\(Self.folder)/\(name)"
      guard !Self.reserved.contains(name) else {
        mistakes.append(Mistake(AssetFinding.reserved(name), path: path, place: nil))
        continue
      }
      do throws(DiskFailure) {
        contents[name] = try File.read(folder.appending(name))
      } catch {
        mistakes.append(Mistake(error.reason, path: path, place: nil))
      }
    }
    var naming = AssetNaming(contents: contents)
    assets = contents.keys.sorted { $0.precedes($1) }.map { naming.named($0) }
    self.mistakes = mistakes
  }
}

/// Gives files their names; a sheet gets its own only after the files that it asks for have theirs.
struct AssetNaming {
  let contents: [String: [UInt8]]
  private var done: [String: (asset: Asset, bytes: [UInt8])] = [:]
  /// The sheets that are being named: one that asks for itself, by whatever way, keeps that address as it is.
  private var open: Set<String> = []

  init(contents: [String: [UInt8]]) { self.contents = contents }

  /// The file under its new name, its addresses rewritten if it is a sheet.
  mutating func named(_ name: String) -> (asset: Asset, bytes: [UInt8]) {
    if let known = done[name] { return known }
    var bytes = contents[name] ?? []
    if name.hasSuffix(".css") {
      open.insert(name)
      bytes = rewritten(bytes, in: name)
      open.remove(name)
    }
    let result = (Asset(name, bytes.span), bytes)
    done[name] = result
    return result
  }

  /// The sheet with the new names of the assets that it asks for.
  private mutating func rewritten(_ bytes: [UInt8], in sheet: String) -> [UInt8] {
    let addresses = bytes.withUnsafeBufferPointer { SheetAddress.all(in: $0) }.map(\.range)
    var out: [UInt8] = []
    var clean = 0
    for range in addresses.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= clean {
      let end =
        bytes[range].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? range.upperBound
      let written = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
      guard let target = Self.resolved(written, from: sheet), contents[target] != nil, !open.contains(target)
      else { continue }
      let name = written.utf8.lastIndex(of: UInt8(ascii: "/")).map { written.utf8.index(after: $0) }
      out += bytes[clean..<range.lowerBound]
      out += written.utf8[..<(name ?? written.startIndex)]
      out += named(target).asset.file.utf8.split(separator: UInt8(ascii: "/")).last ?? []
      clean = end
    }
    return out + bytes[clean...]
  }

  /// The name that a relative address leads to from a sheet; nil for any other address.
  private static func resolved(_ address: String, from sheet: String) -> String? {
    guard !address.isEmpty, !address.hasPrefix("/"), !address.contains(":") else { return nil }
    var parts = sheet.split(separator: "/").dropLast()
    for part in address.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
