import Bytes
import Diagnostics
import Disk
import Workers

/// Texts of the site in their compressed forms, kept from one deploy to the next by the digest of what they hold.
public struct Compressor: Sendable {
  /// Where the forms are kept.
  let folder: Path

  public init(in folder: Path) { self.folder = folder }

  /// Shorter texts fit into one packet as they are.
  private static let leastSize = 512

  /// Tells whether a file is worth compressing: a text, and none that only its host reads.
  static func takes(_ file: SiteFile) -> Bool {
    let name = file.key.lastPart
    return file.size >= leastSize && !hostFiles.contains(String(name))
      && (file.headers.contentType.hasSuffix("charset=utf-8") || file.key.hasSuffix(".wasm"))
  }

  private static let hostFiles: Set<String> = ["_headers", "_redirects", "CNAME", ".nojekyll"]

  /// Makes what is missing of the forms of some files, several at once.
  func prepare(
    _ files: [SiteFile], as forms: [CompressedForm], from site: BuiltSite, workers: Workers
  ) throws(DeployFailure) {
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(folder) }
    // Equal files are one.
    let different = Dictionary(files.filter(Self.takes).map { ($0.fingerprint, $0) }) { first, _ in first }
    do {
      _ = try workers.map(Array(different.values)) { file in
        for form in forms where !File.exists(place(of: file, form)) {
          let plain = try site.bytes(of: file)
          let bytes: [UInt8]?
          do throws(CompressedForm.Refusal) {
            bytes = try form.compressed(plain)
          } catch {
            throw DeployFailure.noLibrary(error.library, reason: error.reason)
          }
          // An empty file says that there is nothing to gain.
          try DeployFailure.onDisk { () throws(DiskFailure) in
            try File.write(bytes ?? [], to: place(of: file, form), durably: false)
          }
        }
      }
    } catch let failure as DeployFailure {
      throw failure
    } catch {
      throw .noThreads
    }
  }

  /// A form that was prepared; nil where the file is better sent as it is.
  func bytes(of file: SiteFile, as form: CompressedForm) throws(DeployFailure) -> [UInt8]? {
    guard Self.takes(file) else { return nil }
    let bytes = try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.read(place(of: file, form), limit: .max)
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// Removes the forms of what is no part of the site any more.
  func forget(allBut files: [SiteFile]) throws(DeployFailure) {
    let known = Set(files.map(\.fingerprint.sha256))
    try DeployFailure.onDisk { () throws(DiskFailure) in
      for name in try File.names(in: folder) {
        let digest = name.prefix { $0 != UInt8(ascii: ".") }
        guard !known.contains(String(decoding: digest, as: UTF8.self)) else { continue }
        try File.remove(folder.appending(String(decoding: name, as: UTF8.self)))
      }
    }
  }

  func place(of file: SiteFile, _ form: CompressedForm) -> Path {
    folder.appending("\(file.fingerprint.sha256).\(form.rawValue)")
  }
}
