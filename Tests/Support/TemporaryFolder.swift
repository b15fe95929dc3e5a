import Foundation

/// A folder of one test, removed with what is in it when the test is over.
public final class TemporaryFolder: Sendable {
  public let url: URL
  public var path: String { url.path }

  /// Makes the folder; in memory where a test flushes its files, which on a busy disk waits for everybody else.
  public init(inMemory: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let home =
      inMemory && FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    url = home.resolvingSymlinksInPath().appending(path: "sitegen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  // Left-overs in the temporary folder harm nobody.
  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and the folders that it lies in; its whole path.
  @discardableResult
  public func write(_ text: String, to name: String, executable: Bool = false) throws -> String {
    let path = try write(bytes: Array(text.utf8), to: name)
    if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
    return path
  }

  /// Writes a file and the folders that it lies in; its whole path.
  @discardableResult
  public func write(bytes: [UInt8], to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes files below a folder, by their names there.
  public func write(_ files: [String: String], in folder: String) throws {
    for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
  }

  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  public func read(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  /// What a file holds; nil where there is none.
  public func text(_ name: String) -> String? {
    (try? read(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The files below a folder by their paths, hidden ones too.
  public func files(in folder: String) -> [String: String] {
    let root = url.appending(path: folder).resolvingSymlinksInPath()
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [:] }
    var files: [String: String] = [:]
    for case let file as URL in walk
    where (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
      let name = String(file.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1))
      files[name] = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    }
    return files
  }
}
