import { inspect } from './site/inspect.ts';
import { BOTH_WAYS, expect, tabTo, test } from './site/journey.ts';
import { signIn } from '../site.ts';

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('somebody reads everything that is stored about them, and downloads it', async ({ page, enter }) => {
			const username = await enter('experienced-peer');
			await page.goto('/');
			await page.getByRole('link', { name: 'Demo learner' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('My record');
			await expect(page.getByRole('main')).toContainText('Somebody who looks over your shoulder can read this page too.');
			const groups = page.getByRole('region', { name: 'Groups that training is for' });
			await expect(groups).toContainText('Experienced peer workers');
			await expect(groups).toContainText('Who can see it: You.');
			await expect(page.getByRole('region', { name: 'Teams that you manage' })).toContainText('Nothing');
			for (const [kind, name] of [['CSV', 'my-record.csv'], ['JSON', 'my-record.json']] as const) {
				const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: new RegExp(kind) }).click()]);
				expect(download.suggestedFilename()).toBe(name);
				expect((await (await download.createReadStream()).toArray()).join('')).toContain(username);
			}
			if (javaScriptEnabled) await inspect(page, 'my record');
		});

		test('somebody corrects their name, and is told where they cannot', async ({ page, enter, watch }) => {
			watch.expected.push(/status of 4\d\d/);
			await enter('nurse');
			await page.goto('/my-record/details');
			await page.getByLabel('Name', { exact: true }).fill('');
			await page.getByLabel('Email address').fill('nobody');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter your name');
			await expect(page.getByLabel('Email address')).toHaveValue('nobody');
			if (javaScriptEnabled) await inspect(page, 'details with mistakes');
			await page.getByLabel('Name', { exact: true }).fill("Aoife O'Brien-Smith");
			await page.getByLabel('Email address').fill('');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByRole('alert')).toContainText('Saved.');
			await expect(page.getByRole('link', { name: "Aoife O'Brien-Smith" })).toBeVisible();
			if (javaScriptEnabled) await inspect(page, 'details that were saved');
		});

		test('whoever saves later sees both, and can save again', async ({ page, context, enter, watch }) => {
			watch.expected.push(/status of 409/);
			await enter('nurse');
			await page.goto('/my-record/details');
			const other = await context.newPage();
			await other.goto('/my-record/details');
			await other.getByLabel('Name', { exact: true }).fill('First tab');
			await other.getByRole('button', { name: 'Save' }).click();
			await page.getByLabel('Name', { exact: true }).fill('Second tab');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByRole('region', { name: 'What is stored now' })).toContainText('First tab');
			await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Second tab');
			if (javaScriptEnabled) await inspect(page, 'details that were changed meanwhile');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByRole('alert')).toContainText('Saved.');
			await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Second tab');
		});

		test('somebody changes their password, and signs out everywhere', async ({ page, site, enter, watch }) => {
			watch.expected.push(/status of 400/);
			const username = await enter('nurse');
			await signIn(site, username);
			await page.goto('/my-record/sessions');
			await expect(page.getByRole('button', { name: /^Sign out the one since/ })).toHaveCount(1);
			if (javaScriptEnabled) await inspect(page, 'sessions');
			await page.goto('/my-record/password');
			await page.getByLabel('The password that you have now').fill('demonstration');
			await page.getByLabel('New password', { exact: true }).fill('short');
			await page.getByRole('button', { name: 'Change my password' }).click();
			await expect(page.getByRole('alert')).toContainText('12 characters or longer');
			if (javaScriptEnabled) await inspect(page, 'a password that is too short');
			await page.getByLabel('The password that you have now').fill('demonstration');
			await page.getByLabel('New password', { exact: true }).fill('three words together');
			await page.getByLabel('Type the new password once more').fill('three words togetehr');
			await page.getByRole('button', { name: 'Change my password' }).click();
			await expect(page.getByRole('alert')).toContainText('The two new passwords are not the same.');
			if (javaScriptEnabled) await inspect(page, 'a password that was typed in two ways');
			await page.getByLabel('The password that you have now').fill('demonstration');
			for (const label of ['New password', 'Type the new password once more']) await page.getByLabel(label, { exact: true }).fill('three words together');
			await page.getByRole('button', { name: 'Change my password' }).click();
			await expect(page.getByRole('alert')).toContainText('Your password is changed.');
			await page.goto('/my-record/sessions');
			await expect(page.getByRole('button', { name: /^Sign out the one since/ })).toHaveCount(0);
			await page.getByRole('button', { name: 'Sign out everywhere' }).click();
			await expect(page.getByRole('main')).toContainText('You are signed out everywhere.');
			if (javaScriptEnabled) await inspect(page, 'the sign-in page after that');
		});
	});
}

test('the keyboard reaches the record from any page, and saves a name', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/');
	await tabTo(page, /^Demo learner$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My record');
	await tabTo(page, /^Correct my name/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Correct my details');
	await tabTo(page, /^Name$/);
	await page.keyboard.type('Ng');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Saved.');
});

test('the record is printed whole, without what is there to press', async ({ page, enter }) => {
	await enter('peer');
	await page.goto('/my-record');
	await page.emulateMedia({ media: 'print' });
	for (const hidden of ['.nhsuk-header', '.nhsuk-footer', '.nhsuk-back-link', '.alongside-demonstration']) await expect(page.locator(hidden).first()).toBeHidden();
	for (const link of await page.locator('.alongside-screen').all()) await expect(link).toBeHidden();
	await expect(page.getByRole('region', { name: 'What you have completed' })).toBeVisible();
	expect((await page.pdf({ format: 'A4', tagged: true })).toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeLessThan(15);
});
