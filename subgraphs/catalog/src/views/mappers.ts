export interface ProductViewRecordPayload {
  readonly isRecorded?: boolean;
}
