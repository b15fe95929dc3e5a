import Nodes

/// A folder of this machine: releases side by side, and a link to the one that is served.
public struct DirectorySettings: Fielded {
  public let common: CommonSettings
  public let path: String
  public let keep: Int
  public let precompress: Bool

  public init(reading fields: inout Fields) {
    common = CommonSettings(.dir, reading: &fields)
    path = fields.value("path", "The folder that holds the releases; the server serves 'current' in it.")
    keep = fields.value("keep", "How many releases stay.", default: 5, in: 1...1000)
    precompress = fields.value("precompress", Self.precompressing, default: false)
  }
}

extension DirectorySettings {
  static let precompressing = "Whether texts get a .gz and a .br beside them, for a server that sends those."
}

/// A folder of another machine, reached by rsync.
public struct RsyncSettings: Fielded {
  public let common: CommonSettings
  public let to: Remote
  public let keep: Int
  public let port: Int
  public let identity: String?
  public let knownHosts: String?
  public let passwordVariable: String?
  public let precompress: Bool

  public init(reading fields: inout Fields) {
    common = CommonSettings(.rsync, reading: &fields)
    to = fields.value("to", "Where to: user@host:/folder over ssh, or rsync://host/module/folder.")
    keep = fields.value("keep", "How many releases stay; over ssh only.", default: 5, in: 1...1000)
    port = fields.value("port", "The port; the usual one when 0.", default: 0, in: 0...65535)
    identity = fields.optional("identity", "The file of the private key for ssh.")
    knownHosts = fields.optional("known_hosts", "The file that holds the host's public key.")
    passwordVariable = fields.optional(
      "password_env", "The variable that holds the password of an rsync module.")
    precompress = fields.value("precompress", DirectorySettings.precompressing, default: false)
  }

  /// Where to: over ssh into a folder, or into a module of an rsync server.
  public enum Remote: TextReadable, Equatable {
    case ssh(host: String, folder: String)
    case module(String)

    public init?(text: String) {
      if text.hasPrefix("rsync://") {
        let parts = text.dropFirst("rsync://".count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty, Self.isClean(text) else { return nil }
        self = .module(text)
        return
      }
      guard let colon = text.firstIndex(of: ":"), Self.isClean(text) else { return nil }
      let host = text[..<colon]
      let folder = text[text.index(after: colon)...]
      // A word that begins with a dash would be taken for an option.
      guard !host.isEmpty, !host.hasPrefix("-"), !host.contains("/"), folder.hasPrefix("/"), folder != "/"
      else { return nil }
      self = .ssh(host: String(host), folder: String(folder))
    }

    private static func isClean(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"'\"\\`$;&|<>*?()".unicodeScalars.contains($0)
      }
    }

    public static let expected = Expectation.words(
      english: "a place such as user@host:/srv/blog or rsync://host/module",
      spanish: "un sitio como usuario@host:/srv/blog o rsync://host/módulo"
    )
    public static let standIn = Remote.ssh(host: "host", folder: "/folder")
  }
}

/// A bucket of an object store that speaks S3.
public struct BucketSettings: Fielded {
  /// How the bucket is named in addresses.
  public enum Style: String, CaseIterable, Readable {
    case path, virtual
  }

  public let common: CommonSettings
  public let bucket: String
  public let endpoint: String?
  public let region: String
  public let prefix: String
  public let style: Style
  public let keyVariable: String
  public let secretVariable: String
  public let tokenVariable: String
  public let gzip: Bool

  public init(reading fields: inout Fields) {
    common = CommonSettings(.s3, reading: &fields)
    bucket = fields.value("bucket", "The bucket.")
    endpoint = fields.optional("endpoint", "The address of the store; AWS otherwise.")
    region = fields.value("region", "The region; 'auto' where the store has none.", default: "auto")
    prefix = fields.value("prefix", "A folder of the bucket to publish into.", default: "")
    style = fields.value("style", "How the bucket is named in addresses.", default: .path)
    keyVariable = fields.value(
      "access_key_env", "The variable that holds the access key.", default: "AWS_ACCESS_KEY_ID")
    secretVariable = fields.value(
      "secret_key_env", "The variable that holds the secret key.", default: "AWS_SECRET_ACCESS_KEY")
    tokenVariable = fields.value(
      "session_token_env", "The variable that holds the session token, if any.", default: "AWS_SESSION_TOKEN")
    gzip = fields.value(
      "gzip", "Whether texts are stored compressed, for readers that all understand gzip.", default: false)
  }
}

/// A branch of a git repository, as Pages services serve it.
public struct BranchSettings: Fielded {
  public let common: CommonSettings
  public let remote: String
  public let branch: String
  public let keepsHistory: Bool
  public let customDomain: Bool
  public let userVariable: String?
  public let tokenVariable: String?
  public let message: String

  public init(reading fields: inout Fields) {
    common = CommonSettings(.git, reading: &fields)
    remote = fields.value("remote", "The address or name of the repository.", default: "origin")
    branch = fields.value("branch", "The branch that is served.", default: "pages")
    keepsHistory = fields.value(
      "history", "Whether each deploy stands on the last one, instead of replacing it.", default: false)
    customDomain = fields.value(
      "cname", "Whether a file CNAME with the host of the address is written.", default: false)
    userVariable = fields.optional("user_env", "The variable that holds the user's name.")
    tokenVariable = fields.optional("token_env", "The variable that holds the token.")
    message = fields.value("message", "The words of the commit.", default: "Publish the site")
  }
}

/// A tar file as the artifact actions of Pages services take it.
public struct ArtifactSettings: Fielded {
  public let common: CommonSettings
  public let file: String

  public init(reading fields: inout Fields) {
    common = CommonSettings(.pagesArtifact, reading: &fields)
    file = fields.value("file", "Where the tar file is written.", default: "artifact.tar")
  }
}
