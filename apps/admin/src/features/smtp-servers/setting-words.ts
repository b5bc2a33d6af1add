import { useI18n } from 'vue-i18n';
import { useFormats } from '../../i18n/formats.ts';
import type { SmtpServerDraft, SmtpServerField } from './smtp-server-draft.ts';

/** Settings and their values in words, for where they are compared instead of edited. */
export function useSettingWords() {
  const { t } = useI18n();
  const { number, bytes, seconds } = useFormats();

  function settingValue(field: SmtpServerField, draft: SmtpServerDraft): string {
    const value = draft[field];
    if (field === 'encryption') return t(`servers.encryptions.${draft.encryption}`);
    if (field === 'attachmentFilenameEncoding')
      return t(`server.filenameEncodings.${draft.attachmentFilenameEncoding}.label`);
    if (typeof value === 'boolean') return value ? t('words.on') : t('words.off');
    if (value === null || value === '') return t('words.none');
    if (field === 'maxAttachmentBytes') return bytes(Number(value));
    if (field === 'timeoutSeconds') return seconds(Number(value));
    // A port is a name, not a quantity: no separators.
    return typeof value === 'number' && field !== 'port' ? number(value) : String(value);
  }

  return { settingName: (field: SmtpServerField) => t(`server.fields.${field}`), settingValue };
}
