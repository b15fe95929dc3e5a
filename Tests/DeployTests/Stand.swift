import Disk
import Foundation
import HTTP
import TestSupport
import Testing

@testable import Deploy

/// A target with a real server behind it, to which the real program publishes one edition of a site after another.
///
/// All pages of an edition ask for its own style sheet, so that any page which comes before it is seen to be broken.
struct Stand: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case dir, ssh, module, s3, git

    /// Those that can be tried on this machine.
    static var here: [Kind] { allCases.filter { $0 != .s3 || Store.shared != nil } }
  }

  let kind: Kind
  let scratch: TemporaryFolder
  /// What stands between the program and the server, and cuts the line when it is told to.
  let line: LocalServer?
  /// What has to live for as long as the stand.
  private let server: (any Sendable)?
  private let settings: String
  private let bucket: String

  init(_ kind: Kind, cuttingLines: Bool = false) throws {
    self.kind = kind
    scratch = try TemporaryFolder(inMemory: true)
    var line: LocalServer?
    /// The port that the program is told.
    func through(_ port: Int) throws -> Int {
      guard cuttingLines else { return port }
      let proxy = try LocalServer(script: "Servers/cutting.py", arguments: ["\(port)"])
      line = proxy
      return proxy.port("line")
    }
    var bucket = ""
    switch kind {
    case .dir:
      server = nil
      settings = "type: dir, path: \(scratch.path)/srv, keep: 3"
    case .ssh:
      let keys = scratch.url.appending(path: "keys")
      try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
      let shell = try LocalProgram.secureShell(keys: keys)
      let port = try through(shell.port)
      let known = try String(contentsOf: keys.appending(path: "known_hosts"), encoding: .utf8)
      try scratch.write(known.replacingOccurrences(of: "\(shell.port)", with: "\(port)"), to: "keys/known")
      server = shell
      settings =
        "type: rsync, to: \"127.0.0.1:\(scratch.path)/srv\", port: \(port), keep: 3, "
        + "identity: \(keys.path)/client, known_hosts: \(keys.path)/known"
    case .module:
      let served = scratch.url.appending(path: "served")
      try FileManager.default.createDirectory(at: served, withIntermediateDirectories: true)
      let daemon = try LocalProgram.rsync(module: served, password: "s3cr3to", scratch: scratch.url)
      server = daemon
      settings =
        "type: rsync, to: \"rsync://autor@127.0.0.1/sitio\", port: \(try through(daemon.port)), "
        + "password_env: STAND_SECRET"
    case .s3:
      let store = try #require(Store.shared)
      bucket = try store.make()
      server = nil
      settings =
        "type: s3, bucket: \(bucket), endpoint: \"\(store.endpoint)\", region: us-east-1, "
        + "access_key_env: STAND_KEY, secret_key_env: STAND_SECRET"
    case .git:
      let bare = scratch.url.appending(path: "repos/blog.git")
      try FileManager.default.createDirectory(at: bare, withIntermediateDirectories: true)
      try LocalProgram.run("git", ["init", "--quiet", "--bare", bare.path])
      try LocalProgram.run("git", ["-C", bare.path, "config", "http.receivepack", "true"])
      let forge = try LocalServer(
        script: "Servers/git-http.py", arguments: ["\(scratch.path)/repos", "x-access-token", "s3cr3to"])
      server = forge
      settings =
        "type: git, remote: \"http://127.0.0.1:\(try through(forge.port("git")))/blog.git\", "
        + "token_env: STAND_SECRET"
    }
    self.bucket = bucket
    self.line = line
    try prepare("uno")
    try prepare("dos")
  }

  /// Makes the folder of a site that is published to the target.
  private func prepare(_ folder: String) throws {
    try scratch.write(
      """
      base_url: https://blog.example.org/
      deploy:
        verify: 0
        keep_assets: 100
        max_delete_share: 100
        targets:
          meta: {\(settings)}

      """, to: "\(folder)/site.yaml")
  }

  private var environment: [String: String] {
    let secret = kind == .s3 ? Store.shared?.secret ?? "" : "s3cr3to"
    return [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": scratch.path, "STAND_SECRET": secret,
      "STAND_KEY": Store.shared?.key ?? "",
    ]
  }
}

extension Stand {
  /// What an edition is made of.
  static func edition(_ number: Int) -> [String: String] {
    let name = String("\(100_000_000 + number)".dropFirst())
    var files = [
      "index.html": "/assets/site.\(name).css /img/\(number % 3).svg", "feed.xml": "\(number)",
      "assets/site.\(name).css": "\(number)", "img/\(number % 3).svg": "<svg/>",
      "solo/\(number)/index.html": "/assets/site.\(name).css",
    ]
    for page in 0..<30 { files["p/\(page)/index.html"] = "/assets/site.\(name).css" }
    return files
  }

  func write(_ number: Int, in folder: String = "uno") throws {
    try? FileManager.default.removeItem(at: scratch.url.appending(path: "\(folder)/public"))
    try scratch.write(Self.edition(number), in: "\(folder)/public")
  }

  /// Starts the program; what it complains of goes into the file `complaint` beside the site.
  func start(in folder: String = "uno") throws -> Spawned {
    try Spawned(
      [BuiltProgram.path, "deploy", "--yes", "--quiet"], variables: environment,
      in: "\(scratch.path)/\(folder)", errors: .path("\(scratch.path)/\(folder)/complaint"))
  }

  /// Publishes; the exit code, and what was complained of.
  func deploy(from folder: String = "uno") throws -> (status: Int32, complaint: String) {
    let process = try start(in: folder)
    let status = process.wait()
    return (status, scratch.text("\(folder)/complaint") ?? "")
  }

  /// Orders the line something; returns what it says.
  @discardableResult
  func order(_ words: String) throws -> String {
    let url = try #require(line).url("control", words, scheme: "http")
    return String(decoding: try Client(allowsPlain: true).send(Request(.get, url)).body, as: UTF8.self)
  }
}

extension Stand {
  /// What lies at the target, without our own records.
  func published() throws -> [String: String] {
    let files: [String: String]
    switch kind {
    case .dir, .ssh: files = scratch.files(in: "srv/current")
    case .module: files = scratch.files(in: "served")
    case .s3: files = try #require(Store.shared).bucket(bucket).published()
    case .git:
      try? FileManager.default.removeItem(at: scratch.url.appending(path: "seen"))
      try scratch.write("", to: "seen/.nojekyll")
      // Before the first push there is no branch.
      _ = try? LocalProgram.run(
        "sh", ["-c", "git -C repos/blog.git archive pages 2>/dev/null | tar -xf - -C seen"], in: scratch.url)
      files = scratch.files(in: "seen").filter { $0.key != ".nojekyll" }
    }
    // What rsync's server keeps beside files until they are whole is served to nobody.
    return files.filter {
      !$0.key.hasPrefix(".deploy/") && !$0.key.contains(".~tmp~/") && !isTemporary($0.key)
    }
  }

  /// One file as a visitor gets it now; nil where there is none. A branch is not looked at file by file.
  func load(_ key: String) -> String? {
    switch kind {
    case .dir, .ssh: scratch.text("srv/current/\(key)")
    case .module: scratch.text("served/\(key)")
    case .s3:
      (try? Store.shared?.bucket(bucket).send(.get, key)).flatMap {
        $0.status == 200 ? String(decoding: $0.body, as: UTF8.self) : nil
      }
    case .git: nil
    }
  }

  /// Each page that asks for what is not there, with what it asks for.
  func brokenPages() throws -> [String] {
    let files = try published()
    return files.filter { $0.key.hasSuffix(".html") }.flatMap { key, text in
      text.split(separator: " ").filter { files[String($0.dropFirst())] == nil }.map { "\(key): \($0)" }
    }.sorted()
  }

  /// How the target differs from an edition; old style sheets may still be there.
  func differences(from number: Int) throws -> [String] {
    let wanted = Self.edition(number)
    let files = try published()
    return wanted.filter { files[$0.key] != $0.value }.map { "\($0.key) is not that of \(number)" }.sorted()
      + files.keys.filter { wanted[$0] == nil && !$0.hasPrefix("assets/") }.map { "\($0) is too much" }
      .sorted()
  }

  /// `.index.html.Xy12Zw`, as rsync calls a file that is on its way.
  private func isTemporary(_ key: String) -> Bool {
    let name = key.split(separator: "/").last ?? ""
    return name.hasPrefix(".") && name.split(separator: ".").count > 2
  }
}
