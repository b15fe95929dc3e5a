import Language
import Nodes

/// A database that an operator keeps.
public struct ObservedDatabase: Fact {
  public var engine: String?
  public var instances: Int?
  public var ready: Int?
  public var phase: String?
  public var version: String?
  public var major: Int?
  public var storage: Int?
  public var lastBackup: Instant?
  public var isArchiving: Bool?

  public init() {}

  public init(reading fields: inout Fields) {
    engine = fields.optional("engine", "What it is: postgresql.")
    instances = fields.optional("instances", "How many instances are wanted.")
    ready = fields.optional("ready", "How many are ready.")
    phase = fields.optional("phase", "What its operator says of it.")
    version = fields.optional("version", "The version of the engine.")
    major = fields.optional("major", "The major version, where the version is not known.")
    storage = fields.optional("storage_bytes", "Bytes of storage for each instance.")
    lastBackup = fields.optional("last_backup", "When a backup last went well.")
    isArchiving = fields.optional("archiving", "Whether the log is archived all the time.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("engine", .fact(engine)),
      ("instances", .fact(instances)),
      ("ready", .fact(ready)),
      ("phase", .fact(phase)),
      ("version", .fact(version)),
      ("major", .fact(major)),
      ("storage_bytes", .fact(storage)),
      ("last_backup", .fact(lastBackup)),
      ("archiving", .fact(isArchiving)),
    ]
  }
}
